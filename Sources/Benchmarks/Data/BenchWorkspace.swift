import DemoData
import Domain
import Engine
import Storage
import StorageSQLite
import Workspace

/// A demo workspace of some size, in a folder where a later run finds it again.
final class BenchWorkspace {
    let plan: DemoPlan
    let demo: DemoWorkspace
    /// How long it took to make, in nanoseconds; `nil` if it was there already.
    let made: UInt64?

    static let seed: UInt64 = 1

    /// Opens the workspace of that size below `root`, and makes it first if it is not there.
    init(applications: Int, candidates: Int? = nil, in root: String, log: (String) -> Void) throws {
        plan = DemoPlan(
            applications: applications, candidates: candidates, seed: Self.seed, today: SystemClock().now().date)
        let folder = root + "/applications-\(plan.applications)-candidates-\(plan.candidates)"
        let location = WorkspaceLocation(
            folder: folder, configuration: root + "/configuration", state: root + "/state")
        let request = DemoRequest(applications: plan.applications, candidates: plan.candidates, seed: Self.seed)
        log("the workspace of \(Decimals.grouped(plan.applications)) applications is \(folder)")
        let start = Stopwatch.wall
        demo = try DemoWorkspace.open(at: location, request, as: .consultant)
        made = demo.isNew ? Stopwatch.wall - start : nil
    }

    var engine: Engine { demo.workspace.engine }
    var database: any Database { demo.workspace.database }
    /// The demo's first consultant, who sees everything.
    var credential: Credential { .token(demo.token) }
    /// The database's file.
    var path: String { demo.workspace.location.database }
    var folder: String { demo.workspace.location.folder }

    /// A copy of the database, in which raw SQLite does the same work as the engine does here. Made anew each time, so
    /// that both have seen the same changes.
    func twin() throws -> String {
        let copy = folder + "/raw.db"
        try database.backup(to: copy)
        return copy
    }
}
