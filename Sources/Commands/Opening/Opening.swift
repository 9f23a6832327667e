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
        guard let signedIn = try signedIn(to: workspace) else {
            workspace.close()
            return .failed
        }
        return try context.show(workspace, as: signedIn)
    }

    /// The stored session while it holds, the demo's consultant, or a login; nil where that was refused.
    private func signedIn(to workspace: Workspace) throws -> SignedIn? {
        if let token = context.environment["RPLUS_TOKEN"], !token.isEmpty {
            let answer = workspace.engine.dispatch("auth.profile", input: [:], as: .token(token))
            if answer.isSuccess { return .given(token) }
        } else if let token = try SessionRenewal(workspace).token() {
            return try .stored(token, in: workspace)
        }
        if case .demo = try workspace.kind() {
            return .demo(
                try workspace.openSession(email: DemoAccounts.email(.consultant)), as: .consultant, in: workspace)
        }
        context.say(
            Phrase(
                en: "Log in to \(Printing.clean(workspace.location.name)).",
                fr: "Connexion à \(Printing.clean(workspace.location.name))."))
        guard let token = try LogInAtTerminal(context: context).token(in: workspace) else { return nil }
        return try .stored(token, in: workspace)
    }
}
