import DemoData
import Domain
import Engine
import Storage

/// An open demo workspace, and the session of the role that it was opened as.
public struct DemoWorkspace: Sendable {
    public let workspace: Workspace
    /// The access token of the role's first account.
    public let token: String
    public let role: Role
    public let parameters: DemoParameters
    /// Whether it was made just now.
    public let isNew: Bool

    /// Makes the demo at `location` unless there is one, and opens it as `role` without a password. A demo that exists
    /// is not changed. `progress` is told how many rows and search documents are
    /// made so far, of how many, while one is made.
    ///
    /// Throws `.notADemo` for a real workspace and `.otherDemo` for a demo with other numbers than those asked for
    /// (both `isWrongUsage`), and what `Workspace.create` and `Workspace.open` do.
    public static func open(
        at location: WorkspaceLocation, _ request: DemoRequest = DemoRequest(), as role: Role = .consultant,
        options: WorkspaceOptions = WorkspaceOptions(), progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> DemoWorkspace {
        let today = CalendarDate(daysSinceEpoch: Int(options.clock.now().milliseconds / 86_400_000))
        let isNew = try Workspace.isMissing(at: location, options: options)
        let workspace =
            isNew
            ? try make(at: location, request.plan(today: today), options: options, progress: progress)
            : try Workspace.open(at: location, options: options)
        do {
            guard case .demo(let made) = try workspace.kind() else {
                throw WorkspaceProblem.notADemo(folder: location.shown)
            }
            let differences = request.differences(from: made, today: today)
            guard differences.isEmpty else {
                let asked = DemoParameters(plan: request.plan(today: today))
                throw WorkspaceProblem.otherDemo(
                    folder: location.shown, made: made.text(differences), asked: asked.text(differences))
            }
            let token = try workspace.openSession(email: DemoAccounts.email(role))
            return DemoWorkspace(workspace: workspace, token: token, role: role, parameters: made, isNew: isNew)
        } catch {
            workspace.close()
            throw error
        }
    }

    private static func make(
        at location: WorkspaceLocation, _ plan: DemoPlan, options: WorkspaceOptions,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) throws -> Workspace {
        try Workspace.create(at: location, options: options) { engine in
            try DemoGenerator(plan: plan, engine: engine, progress: progress).run()
            try engine.database.write { transaction in
                for fact in DemoParameters(plan: plan).stored {
                    try transaction.execute(
                        "INSERT INTO workspace_info (key, value) VALUES (\(fact.key), \(fact.value))")
                }
            }
        }
    }
}
