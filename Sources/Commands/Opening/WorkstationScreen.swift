import Domain
import Engine
import Terminal
import TerminalUI
import Workspace
import Workstation

/// The workstation on an open workspace: the one place that starts the screens.
struct WorkstationScreen {
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    /// Runs until the person leaves, then closes the workspace.
    func show(_ workspace: Workspace, token: String) throws -> ExitStatus {
        defer { workspace.close() }
        let session = EngineSession(engine: workspace.engine, credential: .tokenSpeaking(token, context.language))
        let person = try Person.load(session, workspace: workspace.location.name, language: context.language)
        Workbench.run(
            session: session, person: person, screen: try screen(workspace.location),
            host: SystemHost(environment: context.environment, statePath: statePath(workspace.location, person)),
            options: options(workspace.location))
        return .done
    }

    private func screen(_ location: WorkspaceLocation) throws -> NcursesScreen {
        var options = ScreenOptions()
        options.logPath = location.log
        do {
            return try NcursesScreen(options: options)
        } catch {
            throw CommandFailure(
                Phrase(
                    en: "The workstation cannot use this terminal: \(error). Set TERM, or use `rplus call`.",
                    fr: "Le poste de travail ne peut pas utiliser ce terminal : \(error). Réglez TERM, ou `rplus call`."
                ))
        }
    }

    /// Each person of each workspace has a state of its own.
    private func statePath(_ location: WorkspaceLocation, _ person: Person) -> String {
        "\(location.state)/screens/\(person.userID).json"
    }

    private func options(_ location: WorkspaceLocation) -> WorkbenchOptions {
        let settings = Settings.load(environment: context.environment)
        return WorkbenchOptions(
            keymapPath: location.configuration + "/keymaps.json", preset: settings.keymap,
            themes: ThemeLibrary(directory: location.configuration + "/themes"), themeName: settings.theme)
    }
}
