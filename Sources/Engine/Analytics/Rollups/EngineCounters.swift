import Domain
import Storage

/// Everything that is counted beside the rows, so that boards and analytics need not count: `application_count`,
/// the courses of applications, the rollups by day, and hires; and whose record rests, which hires have a say in.
public enum EngineCounters {
    /// Fills what an older program did not keep, once. A new workspace has nothing to fill.
    static func fillOnce(in database: any Database) throws {
        try Supplement.once("counters", in: database) { transaction in
            if try transaction.exists("SELECT 1 FROM application") { try fill(in: transaction) }
        }
    }

    /// Makes all of it anew from applications and histories.
    public static func fill(in transaction: any Transaction) throws {
        try ApplicationHistory.fillCourses(in: transaction)
        for table: SQL in ["application_cohort", "application_activity"] {
            try transaction.execute("DELETE FROM \(table)")
        }
        try ApplicationRollups.add(.workspace, in: transaction)
        try ApplicationRollups.add(.consultants, in: transaction)
        try fillStagesAndPlacements(in: transaction)
    }

    /// After a load that wrote courses itself and has gathered their rollups.
    public static func fill(with tally: RollupTally, in transaction: any Transaction) throws {
        try tally.write(in: transaction)
        try fillStagesAndPlacements(in: transaction)
    }

    private static func fillStagesAndPlacements(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM application_count")
        try transaction.execute("INSERT INTO application_count (scope_id, status, n, entered) \(stageCounts)")
        try transaction.execute("DELETE FROM placement")
        try Placements.add(in: transaction)
        try Placements.time(in: transaction)
        try RetentionTerms.fill(in: transaction)
    }

    /// What `application_count` has to hold, in the order of its columns.
    public static let stageCounts: SQL = {
        let sums: SQL = """
            status, COUNT(*) AS n,
            CAST(SUM(CASE WHEN closed_at IS NULL THEN status_entered_at ELSE 0 END) AS BIGINT) AS entered FROM application WHERE deleted_at IS NULL
            """
        return """
            SELECT \(RollupScope.zero) AS scope_id, \(sums) GROUP BY status
            UNION ALL SELECT company_id, \(sums) GROUP BY company_id, status
            UNION ALL SELECT job_id, \(sums) GROUP BY job_id, status
            UNION ALL SELECT consultant_id, \(sums) AND consultant_id IS NOT NULL GROUP BY consultant_id, status
            """
    }()

    /// One kept table beside what it has to hold. Both queries have the same columns; `keys` of them name the row.
    public struct Comparison: Sendable {
        public let table: String
        public let keys: [String]
        public let values: [String]
        public let kept: SQL
        public let counted: SQL
    }

    /// For `rplus doctor` and tests.
    public static let comparisons: [Comparison] = {
        let keys = ["scope_id", "day", "source_id"]
        func rollup(
            _ table: String, _ values: [String], _ counted: (ApplicationRollups.Scopes) -> SQL
        ) -> Comparison {
            let columns = SQL(trusted: (keys + values).joined(separator: ", "))
            return Comparison(
                table: table, keys: keys, values: values, kept: "SELECT \(columns) FROM \(SQL(trusted: table))",
                counted: "\(counted(.workspace)) UNION ALL \(counted(.consultants))")
        }
        return [
            course, placements,
            rollup("application_cohort", CohortColumn.all.map(\.name)) { ApplicationRollups.cohorts($0) },
            rollup("application_activity", ActivityColumn.names) { ApplicationRollups.activities($0) },
        ]
    }()

    /// The courses of applications against their histories.
    private static let course: Comparison = {
        let values = ["reached"] + CourseColumn.spent
        let kept = SQL(trusted: values.map { "COALESCE(\($0), 0) AS \($0)" }.joined(separator: ", "))
        return Comparison(
            table: "application", keys: ["id"], values: values, kept: "SELECT id, \(kept) FROM application",
            counted: "SELECT application_id AS id, \(kept) FROM (\(ApplicationHistory.courses)) courses")
    }()

    private static let placements = Comparison(
        table: "placement", keys: ["application_id"], values: ["accepted_at", "hire_ms"],
        kept: "SELECT application_id, accepted_at, hire_ms FROM placement",
        counted: """
            SELECT id AS application_id, accepted_at, accepted_at - applied_at AS hire_ms
            FROM (\(Placements.hires())) counted_hires
            """)
}
