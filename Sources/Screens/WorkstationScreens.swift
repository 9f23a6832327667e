import Commands
import Domain
import Engine
import Terminal
import TerminalUI
import Workspace
import Workstation

/// The screens of the workstation on ncurses: the one place that starts them.
public struct WorkstationScreens: Screens {
    public init() {}

    public var actions: ActionTable { .workstation }

    public func title(of action: String) -> Phrase? {
        ActionName(rawValue: action).map { ActionCatalogue.description(of: $0).title }
    }

    public func show(_ session: ScreenSession) throws -> ExitStatus {
        let workspace = session.workspace
        let duties = BackgroundDuties(workspace)
        defer {
            duties.stop()
            workspace.close()
        }
        let location = workspace.location
        let access = EngineSession(
            engine: workspace.engine, credential: .tokenSpeaking(session.signedIn.token, session.language),
            renew: session.signedIn.renew)
        let person = try Person.load(access, workspace: location.name, language: session.language)
        var options = WorkbenchOptions(
            keymapPath: location.configuration + "/keymaps.json", preset: session.keymap,
            themes: ThemeLibrary(directory: location.configuration + "/themes"), themeName: session.theme)
        options.complaints = session.complaints
        options.words = LoadProblemText.line
        Workbench.run(
            session: access, person: person, screen: try screen(logPath: location.log),
            host: SystemHost(environment: session.environment, statePath: statePath(location, person)),
            options: options)
        return .done
    }

    /// Saved views and what else a person left behind: a file for each person of each workspace.
    private func statePath(_ location: WorkspaceLocation, _ person: Person) -> String {
        let mark = Digest.sha256(Array("\(location.folder) \(person.userID)".utf8)).prefix(16)
        return "\(location.state)/screens/\(location.name.prefix(40))-\(mark).json"
    }

    private func screen(logPath: String) throws -> any Screen {
        var options = ScreenOptions()
        options.logPath = logPath
        do {
            return try NcursesScreen(options: options)
        } catch {
            throw CommandFailure(Self.phrase(error))
        }
    }

    private static func phrase(_ error: ScreenError) -> Phrase {
        switch error {
        case .notATerminal:
            Phrase(
                en: "Standard input and output are no terminal.", fr: "L’entrée et la sortie ne sont pas un terminal.")
        case .dumbTerminal(let name):
            Phrase(
                en: "The terminal '\(name)' cannot move its cursor. Set TERM to what it is.",
                fr: "Le terminal « \(name) » ne peut pas déplacer son curseur. Définissez TERM selon ce qu’il est.")
        case .unknownTerminal(let name):
            Phrase(
                en: "The terminal '\(name)' is not known here; install ncurses-base or ncurses-term.",
                fr: "Le terminal « \(name) » est inconnu ici ; installez ncurses-base ou ncurses-term.")
        }
    }
}
