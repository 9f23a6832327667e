import DemoData
import Domain
import Engine
import Glibc
import Storage
import StorageSQLite

/// A demo workspace of some size, in a folder where a later run finds it again.
final class DemoWorkspace {
    let folder: String
    let plan: DemoPlan
    let database: SQLiteDatabase
    let engine: Engine
    /// The first consultant of the demo, who sees everything.
    let credential: Credential
    /// How long it took to make, in nanoseconds; `nil` if it was there already.
    let made: UInt64?

    static let seed: UInt64 = 1

    /// Opens the workspace of that size below `root`, and makes it first if it is not there.
    init(applications: Int, candidates: Int? = nil, in root: String, log: (String) -> Void) throws {
        let clock = SystemClock()
        plan = DemoPlan(
            applications: applications, candidates: candidates, seed: Self.seed, today: clock.now().date)
        folder = root + "/applications-\(plan.applications)-candidates-\(plan.candidates)"
        made = try Self.isComplete(folder, plan) ? nil : Self.make(folder, plan, log)
        database = try SQLiteDatabase(path: folder + "/workspace.db")
        try database.migrate(EngineSchema.migrations) { _ in }
        engine = try Engine(database: database, adapters: BenchAdapters.make())
        credential = .token(try engine.openSession(email: DemoAccounts.email(.consultant)))
    }

    /// The database's file.
    var path: String { database.path }

    /// A copy of the database beside it, in which raw SQLite does the same work as the engine does here.
    func twin() throws -> String {
        let copy = folder + "/raw.db"
        for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
        try database.backup(to: copy)
        return copy
    }

    private static func isComplete(_ folder: String, _ plan: DemoPlan) throws -> Bool {
        guard access(folder + "/workspace.db", F_OK) == 0 else { return false }
        let database = try SQLiteDatabase(path: folder + "/workspace.db")
        defer { try? database.close() }
        guard try database.schemaVersion() == EngineSchema.migrations.last?.number else { return false }
        return try DemoGenerator.signature(of: database) == plan.signature
    }

    private static func make(_ folder: String, _ plan: DemoPlan, _ log: (String) -> Void) throws -> UInt64 {
        log("making \(Decimals.grouped(plan.applications)) applications in \(folder)")
        for suffix in ["", "-wal", "-shm"] { unlink(folder + "/workspace.db" + suffix) }
        let database = try SQLiteDatabase(path: folder + "/workspace.db")
        defer { try? database.close() }
        return try Stopwatch.time {
            try database.migrate(EngineSchema.migrations) { _ in }
            try DemoGenerator(
                plan: plan, engine: Engine(database: database, adapters: BenchAdapters.make())
            ).run()
        }
    }
}
