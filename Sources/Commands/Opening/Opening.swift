import DemoData
import Domain
import Engine
import JSON
import Workspace

/// What plain `rplus` does: opens the workstation on the workspace, and where there is none offers to make one.
struct Opening {
    private let context: CommandContext
    private let common: CommonOptions

    init(_ context: CommandContext, _ common: CommonOptions) {
        self.context = context
        self.common = common
    }

    func run() throws -> ExitStatus {
        guard context.input.isTerminal, context.output.isTerminal else {
            throw CommandFailure.usage(
                Phrase(
                    en: "The workstation needs a terminal. For a script: `rplus call`, `rplus --help`.",
                    fr: "Le poste de travail demande un terminal. Pour un script : `rplus call`, `rplus --help`."))
        }
        let location = try common.location(context)
        let options = context.workspaceOptions(origin: "workstation")
        do {
            let workspace = try Workspace.open(at: location, options: options)
            return try show(workspace)
        } catch WorkspaceProblem.missing {
            return try FirstRun(location: location, context: context).offer { try show($0) }
        }
    }

    private func show(_ workspace: Workspace) throws -> ExitStatus {
        guard let token = try token(of: workspace) else {
            workspace.close()
            return .failed
        }
        return try WorkstationScreen(context).show(workspace, token: token)
    }

    /// The stored session while it holds, the demo's consultant, or a login; nil where that was refused.
    private func token(of workspace: Workspace) throws -> String? {
        let store = SessionStore(location: workspace.location)
        let given = context.environment["RPLUS_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        if let token = try given ?? store.load()?.accessToken {
            let answer = workspace.engine.dispatch("auth.profile", input: [:], as: .token(token))
            if answer.isSuccess { return token }
        }
        if case .demo = try workspace.kind() {
            return try workspace.openSession(email: DemoAccounts.email(.consultant))
        }
        context.say(
            Phrase(
                en: "Log in to \(Printing.clean(workspace.location.name)).",
                fr: "Connexion à \(Printing.clean(workspace.location.name))."))
        let login = LogInAtTerminal(context: context)
        return try login.token(in: workspace)
    }
}
