import Domain
import Engine
import JSON
import Storage

/// Makes a believable workspace in an empty one. The same plan gives the same rows but for password salts.
public struct DemoGenerator {
    let plan: DemoPlan
    let engine: Engine
    let database: any Database
    /// Told how far it is: rows and search documents made so far, of how many.
    let progress: @Sendable (Int, Int) -> Void

    public init(plan: DemoPlan, engine: Engine, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
        self.plan = plan
        self.engine = engine
        database = engine.database
        self.progress = progress
    }

    /// What a workspace says about the demo it holds; `nil` for one that is not a demo.
    public static func signature(of database: any Database) throws -> String? {
        try database.read { try $0.value("SELECT value FROM workspace_info WHERE key = 'demo'") }
    }

    /// Rows of one kind are written in transactions of this many things.
    static let batch = 2_000

    public func run() throws {
        try database.bulkLoad {
            try EngineSchema.withoutIndexes(in: database) {
                let context = try prepare()
                try write(count: plan.companies) { try writeCompany(CompanySketch($0, plan: plan), context, $1) }
                try write(count: plan.candidates, after: 0) {
                    try writeCandidate(CandidateSketch($0, plan: plan), context, $1)
                }
                try writeCurriculaVitae(context, after: plan.candidates)
                try writeJobsAndApplications(context, after: 2 * plan.candidates)
            }
            try finish()
            try EngineSearch.rebuild(in: database) { done, _ in
                progress(2 * plan.candidates + plan.applications + done, total)
            }
        }
        try database.analyze()
    }

    /// Candidates, their CVs, applications, and the search documents of candidates, jobs and applications.
    var total: Int { 3 * plan.candidates + 2 * plan.applications + plan.jobs }

    /// Calls `body` for each number from 0, many in one transaction. With `after` it says how far it is.
    private func write(count: Int, after before: Int? = nil, _ body: (Int, any Transaction) throws -> Void) throws {
        var next = 0
        while next < count {
            let end = min(next + Self.batch, count)
            try database.write { transaction in
                for index in next..<end { try body(index, transaction) }
            }
            next = end
            if let before { progress(before + next, total) }
        }
    }

    /// Accounts, consultants, skills, and the identifiers that everything else refers to.
    private func prepare() throws -> DemoContext {
        let hash = try engine.adapters.passwords.hash(DemoAccounts.password, salt: engine.adapters.entropy.bytes(16))
        return try database.write { transaction in
            try DemoContext(plan: plan, passwordHash: hash, transaction: transaction)
        }
    }

    /// The counters that are kept beside the rows, and the note that this is a demo.
    private func finish() throws {
        try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO application_count (scope_id, status, n)
                SELECT \(Company.ID(high: 0, low: 0)), status, COUNT(*) FROM application
                WHERE deleted_at IS NULL GROUP BY status
                """)
            for scope: SQL in ["company_id", "job_id", "consultant_id"] {
                try transaction.execute(
                    """
                    INSERT INTO application_count (scope_id, status, n)
                    SELECT \(scope), status, COUNT(*) FROM application
                    WHERE deleted_at IS NULL AND \(scope) IS NOT NULL GROUP BY \(scope), status
                    """)
            }
            for (table, last) in [
                ("company", plan.companies), ("consultant", plan.consultants), ("candidate", plan.candidates),
                ("job", plan.jobs), ("application", plan.applications),
            ] {
                try transaction.execute(
                    """
                    INSERT INTO row_number (table_name, last) VALUES (\(table), \(last))
                    ON CONFLICT (table_name) DO UPDATE SET last = \(last)
                    """)
            }
            try transaction.execute(
                """
                INSERT INTO workspace_info (key, value) VALUES ('demo', \(plan.signature)), ('name', 'Démo')
                ON CONFLICT (key) DO UPDATE SET value = excluded.value
                """)
            try engine.auditBatch(
                operation: "demo.generate", target: "workspace", details: ["plan": .string(plan.signature)],
                in: transaction)
        }
    }
}
