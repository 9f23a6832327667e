import Domain
import Terminal
import Workspace

/// The screens of the workstation, as the command line needs them. Commands know no screen: whoever makes the program
/// gives them these, so that neither waits for the other to be compiled.
public protocol Screens: Sendable {
    /// Everything that a key can be bound to.
    var actions: ActionTable { get }
    /// What an action does, in words; `nil` for one that the screens do not have.
    func title(of action: String) -> Phrase?
    /// Runs until the person leaves, then closes the workspace. Throws where there is no terminal to show it on.
    func show(_ session: ScreenSession) throws -> ExitStatus
}

/// A person at an open workspace, and how they like their screens.
public struct ScreenSession: Sendable {
    public let workspace: Workspace
    public let signedIn: SignedIn
    public let language: Language
    public let environment: [String: String]
    /// The name of a theme, where the configuration has one.
    public let theme: String?
    /// The preset of keys, where the configuration has one.
    public let keymap: String?
    /// What is wrong with `config.json`, for the person to know when the screens open.
    public let complaints: [Phrase]
}

extension CommandContext {
    /// Opens the workstation on a workspace.
    func show(_ workspace: Workspace, as signedIn: SignedIn) throws -> ExitStatus {
        let settings = Settings.load(environment: environment)
        return try screens.show(
            ScreenSession(
                workspace: workspace, signedIn: signedIn, language: language, environment: environment,
                theme: settings.theme, keymap: settings.keymap,
                complaints: ConfigurationCheck(
                    location: workspace.location, actions: screens.actions, environment: environment
                ).complaints))
    }
}
