import ArgumentParser
import Domain
import Engine
import Workspace

/// `rplus logout`: ends the stored session.
struct LogoutCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "logout",
            abstract: spoken(
                en: "End the stored session, and every other one of the account.",
                fr: "Clore la session enregistrée, et toutes celles du compte."))
    }

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let store = SessionStore(location: session.workspace.location)
        guard let stored = try store.load() else {
            context.say(Phrase(en: "Nobody was logged in.", fr: "Personne n’était connecté."))
            return .done
        }
        let answer = session.engine.dispatch(
            "auth.logout", input: [:], as: .tokenSpeaking(stored.accessToken, context.language))
        // A session that has ended already needs no ending; the file goes in any case.
        try store.remove()
        guard answer.isSuccess || answer.status == 401 else {
            ProblemText.print(answer.body, to: context)
            return .failed
        }
        context.say(Phrase(en: "Logged out.", fr: "Déconnecté."))
        return .done
    }
}
