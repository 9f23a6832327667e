import Domain
import Storage

/// Writes `application_cohort` and `application_activity`.
enum ApplicationRollups {
    /// Adds a difference to the day's row of each scope, with one statement that names only the columns that change.
    static func add(
        _ sums: CohortSums, day: Int64, to scopes: [RollupScope], in transaction: any Transaction
    ) throws {
        let changes = sums.changes
        guard !changes.isEmpty else { return }
        let rows = scopes.map { scope -> SQL in
            changes.reduce("(\(scope.id), \(day), \(scope.source)") { $0 + ", \($1.value)" } + ")"
        }
        try upsert(
            "application_cohort", columns: changes.map(\.name), "VALUES \(rows.joined(separator: ", "))", transaction)
    }

    /// Counts an application that reached a stage for the first time on that day (or, with -1, did not after all).
    static func count(
        _ status: Application.Status, by number: Int64 = 1, day: Int64, in scopes: [RollupScope],
        _ transaction: any Transaction
    ) throws {
        let rows = scopes.map { scope -> SQL in "(\(scope.id), \(day), \(scope.source), \(number))" }
        try upsert(
            "application_activity", columns: [status.rawValue], "VALUES \(rows.joined(separator: ", "))", transaction)
    }

    /// Adds a value to every column of a day's row. All rows go through one prepared statement, which for many rows is
    /// worth more than to name only the columns that change.
    static func addAll(
        _ values: [Int64], columns: [String], of table: String, day: Int64, to scope: RollupScope,
        in transaction: any Transaction
    ) throws {
        let row = values.reduce("(\(scope.id), \(day), \(scope.source)" as SQL) { $0 + ", \($1)" } + ")"
        try upsert(table, columns: columns, "VALUES \(row)", transaction)
    }

    private static func upsert(
        _ table: String, columns: [String], _ rows: SQL, _ transaction: any Transaction
    ) throws {
        let names = SQL(trusted: columns.joined(separator: ", "))
        let sums = SQL(trusted: columns.map { "\($0) = \(table).\($0) + excluded.\($0)" }.joined(separator: ", "))
        try transaction.execute(
            """
            INSERT INTO \(SQL(trusted: table)) (scope_id, day, source_id, \(names)) \(rows)
            ON CONFLICT (scope_id, day, source_id) DO UPDATE SET \(sums)
            """)
    }

    /// Which scopes a set of applications is counted in.
    enum Scopes {
        case workspace
        case consultants

        fileprivate var id: SQL { self == .workspace ? "\(RollupScope.zero)" : "a.consultant_id" }
        fileprivate var source: SQL {
            self == .workspace ? "COALESCE(a.source_id, \(RollupScope.zero))" : "\(RollupScope.zero)"
        }
        fileprivate var condition: SQL {
            self == .workspace ? "a.deleted_at IS NULL" : "a.deleted_at IS NULL AND a.consultant_id IS NOT NULL"
        }
    }

    /// What the rows of `application` and the history come to for those applications, as a query with the columns of
    /// `application_cohort`.
    static func cohorts(_ scopes: Scopes, where condition: SQL = "1 = 1", times: Int = 1) -> SQL {
        let keys: SQL = """
            \(scopes.id) AS scope_id, a.applied_at / 86400000 AS day, \(scopes.source) AS source_id
            """
        return """
            SELECT scope_id, day, source_id, \(multiplied(CohortColumn.all.map(\.name), times)) FROM (
            SELECT \(keys), \(named(CohortColumn.all)) FROM application a
            WHERE \(scopes.condition) AND \(condition) GROUP BY 1, 2, 3) sums WHERE 1 = 1
            """
    }

    /// The same with the columns of `application_activity`.
    static func activities(_ scopes: Scopes, where condition: SQL = "1 = 1", times: Int = 1) -> SQL {
        let counts = ActivityColumn.names.map { "SUM(CASE WHEN to_status = '\($0)' THEN 1 ELSE 0 END) AS \($0)" }
        return """
            SELECT scope_id, day, source_id, \(multiplied(ActivityColumn.names, times)) FROM (
            SELECT scope_id, day, source_id, \(SQL(trusted: counts.joined(separator: ", "))) FROM (
            SELECT \(scopes.id) AS scope_id, MIN(h.at) / 86400000 AS day, \(scopes.source) AS source_id, h.to_status
            FROM application a JOIN status_history h ON h.application_id = a.id
            WHERE \(scopes.condition) AND \(condition) AND \(ApplicationHistory.isMeant)
            GROUP BY a.id, a.consultant_id, a.source_id, h.to_status) first_times GROUP BY 1, 2, 3) sums WHERE 1 = 1
            """
    }

    /// Adds (or, with -1, takes away) all that some applications count for.
    static func add(
        _ scopes: Scopes, where condition: SQL = "1 = 1", times: Int = 1, in transaction: any Transaction
    ) throws {
        try upsert(
            "application_cohort", columns: CohortColumn.all.map(\.name),
            cohorts(scopes, where: condition, times: times), transaction)
        try upsert(
            "application_activity", columns: ActivityColumn.names,
            activities(scopes, where: condition, times: times), transaction)
    }

    private static func named(_ columns: [CohortColumn]) -> SQL {
        SQL(trusted: columns.map { "CAST(\($0.expression) AS BIGINT) AS \($0.name)" }.joined(separator: ", "))
    }

    private static func multiplied(_ names: [String], _ times: Int) -> SQL {
        SQL(trusted: names.map { "CAST(\($0) * \(times) AS BIGINT) AS \($0)" }.joined(separator: ", "))
    }
}

/// Conditions on `status_history h`.
enum ApplicationHistory {
    /// The change that was made last first. The order of commits decides, not the time: the clock of whoever changed
    /// something before may have been ahead.
    static let latestFirst: SQL = "row_seq DESC, at DESC, id DESC"

    /// The move was neither taken back nor is it the taking back of another.
    static let isMeant: SQL = """
        h.undo_of IS NULL AND NOT EXISTS (SELECT 1 FROM status_history u WHERE u.undo_of = h.id)
        """

    /// `application_id`, `reached` and `spent_…` of every application, by its history.
    static let courses: SQL = {
        let bits = Application.Status.allCases.map {
            "MAX(CASE WHEN to_status = '\($0.rawValue)' THEN \(ApplicationCourse.bit($0)) ELSE 0 END)"
        }
        let spent = Application.Status.open.map {
            "CAST(SUM(CASE WHEN to_status = '\($0.rawValue)' THEN left_at - at END) AS BIGINT) AS spent_\($0.rawValue)"
        }
        return """
            SELECT application_id, \(SQL(trusted: bits.joined(separator: " + "))) AS reached,
            \(SQL(trusted: spent.joined(separator: ", "))) FROM (\(visits)) visits GROUP BY application_id
            """
    }()

    /// Writes the course of every application anew.
    static func fillCourses(in transaction: any Transaction) throws {
        let assignments = CourseColumn.spent.map { "\($0) = course.\($0)" }
        try transaction.execute(
            """
            UPDATE application SET reached = course.reached, \(SQL(trusted: assignments.joined(separator: ", ")))
            FROM (\(courses)) course WHERE course.application_id = application.id
            """)
    }

    /// Every stay in a stage: when it was entered and, where it has ended, left.
    static let visits: SQL = """
        SELECT h.application_id, h.to_status, h.at,
        LEAD(h.at) OVER (PARTITION BY h.application_id ORDER BY h.row_seq, h.at, h.id) AS left_at
        FROM status_history h WHERE \(isMeant)
        """
}
