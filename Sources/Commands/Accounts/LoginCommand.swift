import ArgumentParser
import Domain
import Engine
import JSON
import Workspace

/// `rplus login`: opens a session and keeps it for the commands that follow.
struct LoginCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "login",
            abstract: spoken(
                en: "Log in and keep the session for the next commands.",
                fr: "Se connecter et garder la session pour les commandes suivantes."))
    }

    @OptionGroup var account: AccountOptions
    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let email = try account.address(context)
        let password = try account.password(context).existing(for: email)
        let answer = session.engine.dispatch(
            "auth.login", input: ["email": .string(email), "password": .string(password)],
            as: .anonymous(context.language))
        guard answer.isSuccess, let token = answer.body["access_token"]?.stringValue else {
            ProblemText.print(answer.body, to: context)
            return .failed
        }
        let opened = SessionStore.Session(
            accessToken: token, refreshToken: answer.body["refresh_token"]?.stringValue, email: email)
        let store = SessionStore(location: session.workspace.location)
        try store.exclusively { () throws(WorkspaceProblem) in try store.save(opened) }
        let shown = Printing.clean(email)
        let role = answer.body["user"]?["role"]?.stringValue ?? ""
        context.say(Phrase(en: "Logged in as \(shown) (\(role)).", fr: "Connecté : \(shown) (\(role))."))
        return .done
    }
}
