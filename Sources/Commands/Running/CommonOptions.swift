import ArgumentParser
import Domain
import Workspace

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: help(
            en: "The workspace's folder (or RPLUS_WORKSPACE).",
            fr: "Le dossier de l’espace de travail (ou RPLUS_WORKSPACE).",
            value: "dir"),
        completion: .directory)
    var workspace: String?

    @Option(
        name: .long,
        help: help(
            en: "A PostgreSQL database in the place of the folder's own (or RPLUS_DATABASE).",
            fr: "Une base PostgreSQL à la place de celle du dossier (ou RPLUS_DATABASE).",
            value: "postgres://…"))
    var database: String?

    @Option(
        name: .long,
        help: help(
            en: "What goes to the log: none, error or debug.", fr: "Ce qui va au journal : none, error ou debug.",
            value: "level"))
    var logLevel: LogLevel = .error

    @Option(
        name: .long,
        help: help(en: "The language: en or fr.", fr: "La langue : en ou fr.", value: "lang"))
    var lang: Language?

    /// Where the workspace is. Throws `.unusableSettings` where only a file of settings that cannot be used says so.
    func location(_ context: CommandContext) throws(WorkspaceProblem) -> WorkspaceLocation {
        let chosen: String? = if let database { database } else { try configuredDatabase(context) }
        return try WorkspaceLocation.resolve(
            folder: workspace, database: chosen, environment: context.environment,
            currentFolder: context.currentFolder)
    }

    /// Where the files of the default workspace are, whatever its database is: for looking over what keeps it closed.
    func folderLocation(_ context: CommandContext) throws(WorkspaceProblem) -> WorkspaceLocation {
        try WorkspaceLocation.resolve(
            folder: workspace, environment: context.environment, currentFolder: context.currentFolder)
    }

    /// The database of `config.json` belongs to the default workspace; whoever names another one, or its database, does
    /// not mean that.
    private func configuredDatabase(_ context: CommandContext) throws(WorkspaceProblem) -> String? {
        func isSet(_ variable: String) -> Bool { context.environment[variable].map { !$0.isEmpty } == true }
        guard workspace == nil, !isSet("RPLUS_WORKSPACE"), !isSet("RPLUS_DATABASE") else { return nil }
        let settings = Settings.load(environment: context.environment)
        if let problem = settings.databaseProblem {
            throw .unusableSettings(place: settings.place, problem: problem)
        }
        return settings.database
    }
}

extension Language: ExpressibleByArgument {}

/// How much goes to the log file.
enum LogLevel: String, ExpressibleByArgument, CaseIterable, Sendable {
    case none, error, debug
}
