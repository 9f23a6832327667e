import Domain
import JSON
import Storage

/// Plans an interview for an application between `screening` and `offer`; the caller organizes it. The stage stays
/// what it is: whoever wants it moved calls `applications.changeStatus`.
public struct ScheduleInterview: RouteOperation {
    public static let contract = Contract(
        "applications.scheduleInterview", .post, "/applications/{application_id}/schedule-interview",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Schedule interview", fr: "Planifier un entretien"),
        success: 201)

    public var applicationID: Application.ID
    public var kind: Interview.Kind
    public var startAt: Instant
    /// At most 12 hours later.
    public var endAt: Instant
    /// The zone in which the time was chosen; the caller's own unless said otherwise.
    public var timezone: TimeZoneName?
    public var location: Text<500>?
    public var videoURL: WebAddress?
    /// Users of the agency, of the company, and the candidate; at most 50.
    public var participants: [User.ID]?
    /// Plans it although somebody has another interview at that time.
    public var allowOverlap: Bool?

    public init(
        applicationID: Application.ID, kind: Interview.Kind, startAt: Instant, endAt: Instant,
        timezone: TimeZoneName? = nil, location: Text<500>? = nil, videoURL: WebAddress? = nil,
        participants: [User.ID]? = nil, allowOverlap: Bool? = nil
    ) {
        self.applicationID = applicationID
        self.kind = kind
        self.startAt = startAt
        self.endAt = endAt
        self.timezone = timezone
        self.location = location
        self.videoURL = videoURL
        self.participants = participants
        self.allowOverlap = allowOverlap
    }

    public func perform(in call: Call) throws -> InterviewView {
        try InterviewRules.check(start: startAt, end: endAt)
        let invited = participants ?? []
        try InterviewRules.checkCount(invited)
        let record = try ApplicationRecord.load(applicationID, in: call)
        try InterviewRules.check(participants: invited, of: record, in: call)
        let stage = record.view.status
        guard stage.isOpen, stage >= .screening else {
            throw Problem.conflict(
                Phrase(
                    en:
                        "Interviews are for applications between screening and offer; this one is in \(stage.rawValue).",
                    fr: "Les entretiens concernent les candidatures de la présélection à l’offre ; celle-ci est à "
                        + "l’étape \(stage.rawValue)."),
                members: ["current": .string(stage.rawValue)]
            ).about("application", applicationID)
        }
        let organizer = try call.actor()
        if allowOverlap != true {
            try InterviewRules.checkFree(
                [organizer] + invited, hidden: record.nameVisible ? nil : record.candidateUserID, start: startAt,
                end: endAt, except: nil, in: call)
        }
        let id = try insert(invited, organizer, in: call)
        try InterviewMail(interview: id).send(in: call)
        let views = try InterviewReading.views([InterviewReading.find(id, in: call)], in: call)
        return views[0]
    }

    private func insert(_ invited: [User.ID], _ organizer: User.ID, in call: Call) throws -> Interview.ID {
        let id = call.newID(Interview.self)
        let last: Int? = try call.transaction.value(
            "SELECT COALESCE(MAX(round), 0) FROM interview WHERE application_id = \(applicationID)")
        let round = (last ?? 0) + 1
        let zone: String? =
            try timezone?.value
            ?? call.transaction.value("SELECT timezone FROM user_account WHERE id = \(organizer)")
        var seen: Set<User.ID> = []
        let people = invited.filter { seen.insert($0).inserted }
            .map { InterviewParticipant(userID: $0, response: $0 == organizer ? .accepted : .needsAction) }
        try call.transaction.execute(
            """
            INSERT INTO interview (id, created_at, updated_at, created_by, version, row_seq, application_id, round,
            kind, start_at, end_at, timezone, location, video_url, organizer_id, participants, status, ical_uid,
            ical_sequence) VALUES (\(id), \(call.now), \(call.now), \(organizer), 1, \(try call.rowSequence()),
            \(applicationID), \(round), \(kind), \(startAt), \(endAt), \(zone ?? "UTC"), \(location), \(videoURL),
            \(organizer), \(try StoredJSON.text(of: people)), 'scheduled', \(id.description + "@recrutementplus"), 0)
            """)
        var after = JSONObject()
        after["application_id"] = .string(applicationID.description)
        after["start_at"] = .string(startAt.description)
        after["kind"] = .string(kind.rawValue)
        call.note("interview", id, after: .object(after))
        return id
    }
}
