import ArgumentParser
import Domain
import Engine
import Workspace

/// `rplus passwd`: sets a password, for the owner of the workspace's files.
struct PasswordCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "passwd",
            abstract: spoken(
                en: "Set the password of an account, as the owner of the workspace's files.",
                fr: "Définir le mot de passe d’un compte, en tant que propriétaire des fichiers."))
    }

    @OptionGroup var account: AccountOptions
    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let email = try account.address(context)
        let password = try account.password(context).new(for: email)
        try session.engine.setPassword(email: email, password: password)
        let shown = Printing.clean(email)
        context.say(
            Phrase(
                en: "The password of \(shown) is set, and its sessions are ended.",
                fr: "Le mot de passe de \(shown) est défini, et ses sessions sont closes."))
        return .done
    }
}
