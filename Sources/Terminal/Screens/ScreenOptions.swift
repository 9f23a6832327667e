/// What a person may choose about the terminal.
public struct ScreenOptions: Sendable {
    public var input = InputSettings()
    /// Whether the mouse is the program's at the start.
    public var mouse = true
    /// Brackets each frame so that the terminal shows it in one go; terminals that do not know it ignore it.
    public var synchronizedOutput = true
    /// The colours to use instead of what the terminal says that it has.
    public var colorDepth: ColorDepth?
    /// Asks terminals that are known to understand it to tell Ctrl-i from Tab.
    public var keyDisambiguation = true
    /// Where standard error goes while the screen is up.
    public var logPath: String?
    /// The most bytes of text that are put on the clipboard.
    public var clipboardLimit = 74_000

    public init() {}
}
