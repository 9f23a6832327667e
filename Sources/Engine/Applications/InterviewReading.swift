import Domain
import JSON
import Storage

/// How an interview is read, and written as an invitation. Employers who may not know the candidate yet get neither
/// its name nor its address out of it.
enum InterviewReading {
    /// An interview as it is kept, before the people in it have names.
    struct Stored: Codable, Sendable {
        var view: InterviewView
        var updatedAt: Instant
        /// The candidate's account, where the caller may not know who that is.
        var hiddenUserID: User.ID?
    }

    static let source: SQL = """
        interview i LEFT JOIN application a ON a.id = i.application_id LEFT JOIN candidate c ON c.id = a.candidate_id
        LEFT JOIN job j ON j.id = a.job_id
        """
    private static let fields: SQL = """
        i.id, i.application_id, i.round, i.kind, i.start_at, i.end_at, i.timezone, i.location, i.video_url,
        i.organizer_id, i.participants, i.status, i.ical_uid, i.ical_sequence, i.version, c.first_name, c.last_name,
        c.current_title, j.title, i.updated_at, c.user_id
        """

    static func columns(for principal: Principal) -> SQL {
        fields + ", " + ApplicationVisibility.nameColumn(for: principal)
    }

    /// The condition on `interview i` of `application a`.
    static func predicate(for principal: Principal) -> SQL {
        "i.deleted_at IS NULL AND \(ApplicationVisibility.predicate(for: principal, ofApplication: "i.application_id"))"
    }

    static func read(_ columns: inout Columns, for principal: Principal) throws -> Stored {
        var view = InterviewView(
            id: try columns.next(), applicationID: try columns.next(), round: try columns.next(),
            kind: try columns.next(), startAt: try columns.next(), endAt: try columns.next(),
            timezone: try columns.next(), location: try columns.next(), videoURL: try columns.next(),
            organizerID: try columns.next(), participants: try StoredJSON.list(try columns.next()),
            status: try columns.next(), icalUID: try columns.next(), icalSequence: try columns.next(), icalendar: "",
            version: try columns.next(),
            candidateName: ApplicationReading.fullName(try columns.next(), try columns.next()), jobTitle: "")
        let title: String? = try columns.next()
        view.jobTitle = try columns.next()
        let updatedAt: Instant = try columns.next()
        let candidateUser: User.ID? = try columns.next()
        guard try !columns.next(Bool.self) else { return Stored(view: view, updatedAt: updatedAt) }
        view.candidateName = ApplicationVisibility.anonymousName(title: title, for: principal)
        view.participants.removeAll { $0.userID == candidateUser }
        return Stored(view: view, updatedAt: updatedAt, hiddenUserID: candidateUser)
    }

    static func find(_ id: Interview.ID, in call: Call) throws -> Stored {
        let found = try call.transaction.first(
            """
            SELECT \(columns(for: call.principal)) FROM \(source)
            WHERE i.id = \(id) AND \(predicate(for: call.principal))
            """
        ) { columns in try read(&columns, for: call.principal) }
        guard let found else {
            throw Problem.notFound(Phrase(en: "interview", fr: "entretien")).about("interview", id)
        }
        return found
    }

    /// The interviews with their invitations; the people of all of them are read at once.
    static func views(_ stored: [Stored], in call: Call) throws -> [InterviewView] {
        let people = try people(of: stored, in: call.transaction)
        return stored.map { one in
            var view = one.view
            view.icalendar = CalendarWriter.text(
                of: [event(one, people, call.principal.language)],
                method: view.status == .cancelled ? .cancel : .request, stamp: one.updatedAt.milliseconds)
            return view
        }
    }

    /// Who organizes the interviews and who takes part, with their addresses.
    static func people(
        of stored: [Stored], in transaction: any Transaction
    ) throws -> [User.ID: CalendarEvent.Participant] {
        var people: [User.ID: CalendarEvent.Participant] = [:]
        let ids = Set(stored.flatMap { [$0.view.organizerID] + $0.view.participants.map(\.userID) })
        guard !ids.isEmpty else { return people }
        try transaction.forEach(
            "SELECT id, first_name, last_name, email FROM user_account WHERE id IN \(list: ids.sorted())"
        ) { row in
            var columns = Columns(row)
            let id: User.ID = try columns.next()
            people[id] = CalendarEvent.Participant(
                name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                email: try columns.next())
            return true
        }
        return people
    }

    /// The interview as a calendar shows it to somebody who knows `people`.
    static func event(
        _ stored: Stored, _ people: [User.ID: CalendarEvent.Participant], _ language: Language
    ) -> CalendarEvent {
        let view = stored.view
        let word = Phrase(en: "Interview", fr: "Entretien ")[language]
        return CalendarEvent(
            uid: view.icalUID, sequence: view.icalSequence, start: view.startAt.milliseconds,
            end: view.endAt.milliseconds, timeZone: view.timezone,
            summary: "\(word): \(view.candidateName) – \(view.jobTitle)", location: view.location ?? "",
            url: view.videoURL ?? "", status: view.status == .cancelled ? .cancelled : .confirmed,
            organizer: view.organizerID == stored.hiddenUserID ? nil : people[view.organizerID],
            attendees: view.participants.compactMap { participant in
                guard var person = people[participant.userID] else { return nil }
                person.response = response(participant.response)
                return person
            })
    }

    static func response(_ response: Interview.Response) -> CalendarEvent.Response {
        switch response {
        case .needsAction: .needsAction
        case .accepted: .accepted
        case .declined: .declined
        case .tentative: .tentative
        }
    }
}
