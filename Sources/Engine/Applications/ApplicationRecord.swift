import Domain
import Storage

/// One application with everything that a change of it needs, from one query: itself in full, the numbers by which
/// the search index names its scopes, and its job's openings.
struct ApplicationRecord {
    /// In full; `answer(for:)` takes out what the caller may not see.
    var view: ApplicationView
    /// What the caller may know beside the application itself.
    var known: ApplicationReading.Known
    var companyID: Company.ID
    var rowNumber: Int64
    var jobRowNumber: Int64
    var companyRowNumber: Int64
    var consultantRowNumber: Int64?
    var clientVisible: Bool
    var jobStatus: Job.Status
    var openings: Int
    var openingsFilled: Int
    var candidateUserID: User.ID?
    /// How far it ever came, for the metrics.
    var course: ApplicationCourse

    var id: Application.ID { view.id }
    var nameVisible: Bool { known.candidate }

    private static let further: SQL = """
        , a.row_no, j.row_no, p.row_no, k.row_no, a.client_visible, j.status, j.openings, j.openings_filled, c.user_id,
        \(CourseColumn.selected)
        """

    /// Reads an application that the caller may see; 404 for any other.
    static func load(_ id: Application.ID, in call: Call) throws -> ApplicationRecord {
        let principal = call.principal
        let sql: SQL = """
            SELECT \(ApplicationReading.columns(for: principal)) \(further) FROM \(ApplicationReading.source)
            LEFT JOIN consultant k ON k.id = a.consultant_id
            WHERE a.id = \(id) AND a.deleted_at IS NULL AND \(ApplicationVisibility.predicate(for: principal))
            """
        let record = try call.transaction.first(sql) { columns in
            let (view, known) = try ApplicationReading.readInFull(&columns)
            guard let company = view.companyID else {
                throw StorageError.corrupt(detail: "application without company")
            }
            return ApplicationRecord(
                view: view, known: known, companyID: company, rowNumber: try columns.next(),
                jobRowNumber: try columns.next(), companyRowNumber: try columns.next(),
                consultantRowNumber: try columns.next(), clientVisible: try columns.next(),
                jobStatus: try columns.next(), openings: try columns.next(), openingsFilled: try columns.next(),
                candidateUserID: try columns.next(), course: try CourseColumn.read(&columns))
        }
        guard let record else { throw ApplicationVisibility.notFound(id) }
        return record
    }

    /// What this caller may see of it.
    func answer(for principal: Principal, transition: StatusChange.ID? = nil) -> ApplicationView {
        // A move may just have made the candidate known.
        var known = known
        known.candidate = known.candidate || clientVisible
        known.job = known.job || view.status.isOpen && view.status != .sourced
        var answer = ApplicationReading.restricted(view, known, for: principal)
        answer.transitionID = transition
        return answer
    }

    /// Refuses with 409 where the caller changed another version than the current one.
    func check(expectedVersion: Int?) throws {
        guard let expectedVersion, expectedVersion != view.version else { return }
        throw Problem.conflict(
            Phrase(
                en: "The application was changed meanwhile: it is at version \(view.version), not \(expectedVersion).",
                fr: "La candidature a été modifiée entre-temps : elle en est à la version \(view.version), pas "
                    + "\(expectedVersion)."),
            members: ["version": .integer(Int64(view.version))]
        ).about("application", id)
    }
}
