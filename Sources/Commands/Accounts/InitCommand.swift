import ArgumentParser
import Domain
import Engine
import Workspace

/// `rplus init`: an empty workspace with its first superadmin.
struct InitCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: spoken(
                en: "Make an empty workspace with its first superadmin.",
                fr: "Créer un espace de travail vide avec son premier superadministrateur."))
    }

    @OptionGroup var account: AccountOptions

    @Option(name: .long, help: help(en: "The superadmin's first name.", fr: "Son prénom.", value: "name"))
    var firstName: String?

    @Option(name: .long, help: help(en: "The superadmin's last name.", fr: "Son nom.", value: "name"))
    var lastName: String?

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let location = try common.location(context)
        try NewWorkspace(location: location, context: context)
            .make(account, firstName: firstName, lastName: lastName)
        return .done
    }
}

/// The making of a real workspace.
struct NewWorkspace {
    let location: WorkspaceLocation
    let context: CommandContext

    func make(_ account: AccountOptions, firstName: String? = nil, lastName: String? = nil) throws {
        // Before anything is asked, whether there is one already.
        guard try Workspace.isMissing(at: location, options: context.workspaceOptions) else {
            throw WorkspaceProblem.exists(folder: location.shown)
        }
        let email = try account.address(context)
        let password = try account.password(context).new(for: email)
        let workspace = try Workspace.create(at: location, options: context.workspaceOptions) { engine in
            try engine.createFirstSuperadmin(
                email: email, password: password, firstName: firstName, lastName: lastName,
                locale: context.language.rawValue, timezone: timezone)
        }
        workspace.close()
        let shown = Printing.clean(email)
        context.say(
            Phrase(
                en: "The workspace is in \(location.shown). Log in with: rplus login --email \(shown)",
                fr: "L’espace de travail est dans \(location.shown). Connexion : rplus login --email \(shown)"))
    }

    /// The machine's time zone by its IANA name; UTC where it cannot be told.
    private var timezone: String {
        if let name = context.environment["TZ"], name.contains("/"), !name.hasPrefix("/"), !name.hasPrefix(":") {
            return name
        }
        guard let bytes = try? InputFile.contents("/etc/timezone", limit: 200, standard: MemoryInput("")) else {
            return "UTC"
        }
        let name = String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
        return name.contains("/") && !name.hasPrefix("Etc/") ? name : "UTC"
    }
}
