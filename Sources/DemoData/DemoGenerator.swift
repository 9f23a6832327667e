import Domain
import Engine
import JSON
import Storage
import Synchronization

/// Makes a believable workspace in an empty one. The same plan gives the same rows but for password salts, the audit
/// log's entry and the workspace's own secrets.
public struct DemoGenerator: Sendable {
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
    static let batch = 1_000

    public func run() throws {
        try database.bulkLoad {
            let tally = try EngineSchema.withoutIndexes(in: database) {
                let context = try prepare()
                let files = CurriculumFiles()
                let store = engine.adapters.files
                try writePeople(context, files)
                return try Overlap.run {
                    try files.keep(in: store)
                } beside: {
                    try writeJobs(context)
                }
            }
            try finish(tally)
            try EngineSearch.rebuild(in: database, batch: 5 * Self.batch, alone: true) { done, _ in
                progress(min(plan.candidates + plan.applications + done, total), total)
            }
        }
        try PlannerStatistics.refresh(in: database)
    }

    /// Candidates, applications, and the search documents of candidates, jobs and applications.
    var total: Int { 2 * plan.candidates + 2 * plan.applications + plan.jobs }

    /// Companies, then candidates with their CVs.
    private func writePeople(_ context: DemoContext, _ files: CurriculumFiles) throws {
        let all = plan.companies + plan.candidates
        var written = 0
        try write { [self] number, rows in
            let first = number * Self.batch
            guard first < all else { return nil }
            let end = min(first + Self.batch, all)
            for index in first..<end {
                if index < plan.companies {
                    addCompany(CompanySketch(index, plan: plan), context, to: &rows)
                } else {
                    let sketch = CandidateSketch(index - plan.companies, plan: plan)
                    addCandidate(sketch, context, to: &rows)
                    addCurriculum(sketch, to: &rows, files)
                }
            }
            return end - first
        } then: { count in
            written += count
            progress(max(0, written - plan.companies), total)
        }
    }

    /// Answers the rollups of all applications.
    private func writeJobs(_ context: DemoContext) throws -> RollupTally {
        let counts = ApplicationCounts(plan: plan)
        let tally = Mutex(RollupTally())
        let next = Mutex(DemoNumbers())
        var written = 0
        try write { [self] _, rows in
            let done = next.withLock { $0 }
            guard done.job < plan.jobs else { return nil }
            let following = tally.withLock { addJobs(from: done, counts, context, to: &rows, &$0) }
            next.withLock { $0 = following }
            return following.application - done.application
        } then: { count in
            written += count
            progress(plan.candidates + written, total)
        }
        return tally.withLock { $0 }
    }

    /// Writes pieces, each in a transaction of its own, while the next one is being made. `make` adds the rows of a piece
    /// and answers how many things they are, or `nil` when there is no more; `done` is told when they are written.
    private func write(
        _ make: @escaping @Sendable (_ number: Int, _ rows: inout DemoRows) -> Int?, then done: (Int) -> Void
    ) throws {
        let clock: Int64 = try database.read { try $0.value("SELECT clock FROM sync_meta WHERE id = 1") ?? 0 }
        try Overlap.run { number -> (rows: DemoRows, count: Int)? in
            var rows = DemoRows(clock: clock + Int64(number) + 1)
            return make(number, &rows).map { (rows, $0) }
        } use: { piece in
            try piece.rows.write(to: database)
            done(piece.count)
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
    private func finish(_ tally: RollupTally) throws {
        try database.write { transaction in
            try EngineCounters.fill(with: tally, in: transaction)
            try SharedContacts.fill(in: transaction)
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
            for table: SQL in ["conversation", "message"] {
                let last: Int64? = try transaction.value("SELECT MAX(row_no) FROM \(table)")
                try transaction.execute(
                    """
                    INSERT INTO row_number (table_name, last) VALUES (\(table.text), \(last ?? 0))
                    ON CONFLICT (table_name) DO UPDATE SET last = excluded.last
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
