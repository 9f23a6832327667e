import ArgumentParser

/// `rplus` by itself: the workstation.
struct RootCommand: ProgramCommand {
    static let subcommands: [any ProgramCommand.Type] = [
        DemoCommand.self, InitCommand.self, PasswordCommand.self, LoginCommand.self, LogoutCommand.self,
        OperationsCommand.self, CallCommand.self, ImportCommand.self, ExportCommand.self, BackupCommand.self,
        MigrateStoreCommand.self, DoctorCommand.self, KeysCommand.self, ThemesCommand.self,
    ]

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rplus",
            abstract: spoken(
                en: "RecrutementPlus: the recruiting workstation and its command line.",
                fr: "RecrutementPlus : le poste de recrutement et sa ligne de commande."),
            discussion: spoken(
                en: "Without a command it opens the workstation on the default workspace.",
                fr: "Sans commande, ouvre le poste de travail sur l’espace par défaut."),
            version: Program.version, subcommands: subcommands)
    }

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus { try Opening(context, common).run() }
}
