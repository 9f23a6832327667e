import Domain
import JSON
import Storage

/// What has to hold of an interview's time and people.
enum InterviewRules {
    /// An interview takes at most half a day.
    static let longest: Int64 = 12 * 3_600_000
    static let participantLimit = 50

    static func check(start: Instant, end: Instant) throws {
        let length = end.milliseconds - start.milliseconds
        guard length > 0 else {
            throw Problem.invalid(
                field: "end_at", code: "out_of_range",
                Phrase(en: "must be after start_at", fr: "doit être après start_at"))
        }
        guard length <= longest else {
            throw Problem.invalid(
                field: "end_at", code: "out_of_range",
                Phrase(en: "must be at most 12 hours after start_at", fr: "doit être au plus 12 heures après start_at"))
        }
    }

    static func checkCount(_ participants: [User.ID]) throws {
        guard participants.count > participantLimit else { return }
        throw Problem.invalid([
            FieldError(
                field: "participants", code: "too_long", message: "must be at most \(participantLimit) people",
                parameters: ["french": "\(participantLimit) personnes au plus"])
        ])
    }

    /// Only people who may see the application take part: the agency's, the company's, and the candidate itself.
    static func check(participants: [User.ID], of record: ApplicationRecord, in call: Call) throws {
        guard !participants.isEmpty else { return }
        let allowed = try call.transaction.column(
            """
            SELECT id FROM user_account WHERE id IN \(list: participants) AND status = 'active'
            AND deleted_at IS NULL AND (role IN ('consultant', 'admin', 'superadmin')
            OR role = 'employer' AND company_id = \(record.companyID))
            """, as: User.ID.self)
        var missing = Set(participants).subtracting(allowed)
        if let candidate = record.candidateUserID, record.nameVisible { missing.remove(candidate) }
        guard missing.isEmpty else {
            throw Problem.invalid(
                field: "participants", code: "invalid",
                Phrase(
                    en: "names somebody who has no part in this application",
                    fr: "cite quelqu’un qui n’a pas accès à cette candidature"))
        }
    }

    /// Refuses with 409 a time at which one of the people already has an interview. Says who, not with whom, and not
    /// about somebody whom the caller may not know.
    static func checkFree(
        _ people: [User.ID], hidden: User.ID?, start: Instant, end: Instant, except: Interview.ID?, in call: Call
    ) throws {
        var busy: Set<User.ID> = []
        try call.transaction.forEach(
            """
            SELECT id, organizer_id, participants FROM interview
            WHERE start_at > \(start.advanced(byMilliseconds: -longest)) AND start_at < \(end) AND end_at > \(start)
            AND status = 'scheduled' AND deleted_at IS NULL
            """
        ) { row in
            var columns = Columns(row)
            guard try columns.next(Interview.ID.self) != except else { return true }
            let organizer: User.ID = try columns.next()
            let text: String = try columns.next()
            // The text is looked through first: most interviews at that time are other people's.
            for person in people where person == organizer || text.contains(person.description) {
                let others: [InterviewParticipant] = try StoredJSON.list(text)
                let declined = others.contains { $0.userID == person && $0.response == .declined }
                if person == organizer || !declined { busy.insert(person) }
            }
            return true
        }
        guard !busy.isEmpty else { return }
        throw Problem.conflict(
            Phrase(
                en: "Somebody has another interview at that time. Choose another time, or set allow_overlap.",
                fr: "Quelqu’un a déjà un entretien à cette heure. Choisissez-en une autre ou indiquez allow_overlap."),
            members: ["busy": .array(busy.filter { $0 != hidden }.sorted().map { .string($0.description) })])
    }
}
