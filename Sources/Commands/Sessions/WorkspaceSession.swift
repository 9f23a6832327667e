import DemoData
import Domain
import Engine
import Workspace

/// An open workspace and who works in it, for the commands that call operations.
struct WorkspaceSession {
    let workspace: Workspace
    private let context: CommandContext
    private let logsCalls: Bool

    var engine: Engine { workspace.engine }

    /// - Parameter writesMany: whether the command writes very many rows.
    static func open(
        _ common: CommonOptions, _ context: CommandContext, writesMany: Bool = false
    ) throws(WorkspaceProblem) -> WorkspaceSession {
        var options = context.workspaceOptions(origin: context.workspaceOptions.origin)
        if writesMany { options.storage.expectManyRows() }
        options.logsErrors = common.logLevel != .none
        let workspace = try Workspace.open(at: common.location(context), options: options)
        return WorkspaceSession(
            workspace: workspace, context: context, logsCalls: common.logLevel == .debug)
    }

    /// Who calls: the token of the command line, that of `RPLUS_TOKEN`, the stored session, else nobody. With
    /// `isExact` answers are in the account's own language, as HTTP gives them, unless `--lang` asks for another.
    func credential(
        token: String?, isAnonymous: Bool = false, isExact: Bool = false
    ) throws(WorkspaceProblem) -> Credential {
        if isAnonymous { return .anonymous(context.language) }
        if let token = token ?? context.environment["RPLUS_TOKEN"], !token.isEmpty {
            return credential(of: token, isExact: isExact)
        }
        let store = SessionStore(location: workspace.location)
        // A session that is over is shown all the same: to be told so is better than to be taken for a stranger.
        if let token = try SessionRenewal(workspace).token() { return credential(of: token, isExact: isExact) }
        guard let stored = try store.load() else { return .anonymous(context.language) }
        return credential(of: stored.accessToken, isExact: isExact)
    }

    func credential(of token: String, isExact: Bool) -> Credential {
        isExact && !context.isLanguageChosen ? .token(token) : .tokenSpeaking(token, context.language)
    }

    /// Who imports where nobody is logged in: on a demo its admin, as `rplus demo` needs no password either. A real
    /// workspace asks for a login.
    func demoAdministrator() throws(WorkspaceProblem) -> Credential? {
        guard case .demo = try workspace.kind() else { return nil }
        let token = try workspace.openSession(email: DemoAccounts.email(.admin))
        return credential(of: token, isExact: false)
    }

    /// Who brings data in or takes it out: whoever is logged in, or on a demo where nobody is its admin, which is said.
    func credentialOrDemoAdministrator(
        token: String?, _ context: CommandContext
    ) throws(WorkspaceProblem) -> Credential {
        let credential = try credential(token: token)
        guard case .anonymous = credential, let administrator = try demoAdministrator() else { return credential }
        context.complain(
            Phrase(
                en: "nobody is logged in; on this demo the command runs as its admin.",
                fr: "personne n’est connecté ; sur cette démonstration, la commande agit au nom de l’administrateur."))
        return administrator
    }

    /// Writes to the log at the level `debug`.
    func note(_ message: String) {
        if logsCalls { workspace.log.write(message) }
    }

    /// How long a command that is done goes on with the reports of others at most, in milliseconds.
    private static let reportShare: Int64 = 2_000

    /// Goes on with the reports and hands over the mails that this program, or one before it, has left, and closes the
    /// workspace.
    func close() {
        workspace.continueReports(within: Self.reportShare)
        workspace.readIncomingMail()
        workspace.drainMail()
        workspace.engine.removeForsakenFiles()
        workspace.close()
    }
}
