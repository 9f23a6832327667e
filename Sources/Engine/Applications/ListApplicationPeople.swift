import Domain
import JSON
import Storage

/// Who has a part in an application, so that somebody can be called to it or invited: for the agency everybody of the
/// agency and of the company; for an employer its colleagues, and of the agency only those who look after the company,
/// the job or the application, or have written to it.
public struct ListApplicationPeople: RouteOperation {
    public static let contract = Contract(
        "applications.people", .get, "/applications/{application_id}/people",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "People who have a part in an application", fr: "Personnes concernées par une candidature"),
        isContract: false)

    public struct Person: Codable, Sendable, Equatable {
        public var userID: User.ID
        public var name: String
        public var role: Role
        /// Of an employer.
        public var companyName: String?
    }

    public struct Answer: Codable, Sendable, Equatable {
        /// By name; at most 50, so that a larger agency has to be asked with `q`.
        public var data: [Person]
    }

    private static let limit = 50

    public var applicationID: Application.ID
    /// Words of the name, without regard to case and accents.
    public var q: Text<200>?

    public init(applicationID: Application.ID, q: Text<200>? = nil) {
        self.applicationID = applicationID
        self.q = q
    }

    public func perform(in call: Call) throws -> Answer {
        let record = try ApplicationRecord.load(applicationID, in: call)
        var conditions: [SQL] = [
            "u.status = 'active'", "u.deleted_at IS NULL",
            "(\(agency(record, call)) OR u.role = 'employer' AND u.company_id = \(record.companyID))",
        ]
        for word in (q?.value ?? "").split(whereSeparator: \.isWhitespace) {
            conditions.append(
                "u.name_folded LIKE \(LikePattern.containing(Folding.key(String(word)))) ESCAPE '\\'")
        }
        let people = try call.transaction.all(
            """
            SELECT u.id, u.first_name, u.last_name, u.role, c.name FROM user_account u
            LEFT JOIN company c ON c.id = u.company_id AND u.role = 'employer'
            WHERE \(conditions.allOf()) ORDER BY u.name_folded, u.id LIMIT \(Self.limit)
            """
        ) { columns in
            let id: User.ID = try columns.next()
            let name = TextRules.trim("\(try columns.next(String.self)) \(try columns.next(String.self))")
            return Person(userID: id, name: name, role: try columns.next(), companyName: try columns.next())
        }
        return Answer(data: people)
    }

    /// Those of the agency whom the caller may know.
    private func agency(_ record: ApplicationRecord, _ call: Call) -> SQL {
        guard call.principal.role == .employer else { return "u.role IN ('consultant', 'admin', 'superadmin')" }
        let jobID = record.view.jobID
        return """
            u.role IN ('consultant', 'admin', 'superadmin') AND (
            EXISTS (SELECT 1 FROM application a JOIN consultant k ON k.id = a.consultant_id
            WHERE a.id = \(record.id) AND k.user_id = u.id)
            OR EXISTS (SELECT 1 FROM job j JOIN consultant k ON k.id = j.owner_consultant_id
            WHERE j.id = \(jobID) AND k.user_id = u.id)
            OR EXISTS (SELECT 1 FROM company f JOIN consultant k ON k.id = f.owner_consultant_id
            WHERE f.id = \(record.companyID) AND k.user_id = u.id)
            OR EXISTS (SELECT 1 FROM assignment s JOIN consultant k ON k.id = s.consultant_id
            WHERE s.subject_id IN (\(record.companyID), \(jobID)) AND s.ends_at IS NULL AND s.deleted_at IS NULL
            AND k.user_id = u.id)
            OR EXISTS (SELECT 1 FROM note n WHERE n.subject_id = \(record.id) AND n.author_id = u.id
            AND n.deleted_at IS NULL AND \(NoteVisibility.predicate(for: call.principal)))
            OR EXISTS (SELECT 1 FROM interview i WHERE i.application_id = \(record.id) AND i.organizer_id = u.id
            AND i.deleted_at IS NULL))
            """
    }
}
