import Domain
import Terminal

/// What a person may choose about the workstation, and where that is kept.
public struct WorkbenchOptions {
    /// The person's own keymap; read again when it changes. Need not exist.
    public var keymapPath: String
    public var preset: String?
    public var themes: ThemeLibrary
    /// A theme that wins over the one that the person chose on the screen.
    public var themeName: String?
    public static let defaultTheme = "night"
    /// What is wrong with the person's configuration, told when the workstation opens.
    public var complaints: [Phrase] = []
    /// What was skipped in a keymap or a theme, in the person's language.
    public var words: @Sendable (LoadProblem, Language) -> String = { problem, _ in problem.description }
    /// Milliseconds between two looks whether another process changed the workspace.
    public var pulse: Int64 = 1_000

    public init(
        keymapPath: String = "", preset: String? = nil, themes: ThemeLibrary = ThemeLibrary(),
        themeName: String? = nil
    ) {
        self.keymapPath = keymapPath
        self.preset = preset
        self.themes = themes
        self.themeName = themeName
    }
}
