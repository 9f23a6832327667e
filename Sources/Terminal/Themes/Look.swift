/// What a theme says of one scope; what is missing comes from the scope above it.
public struct Look: Hashable, Sendable {
    public var foreground: Color?
    public var background: Color?
    public var attributes: Attributes?
    /// Instead, on a terminal with sixteen colours.
    public var ansi16: Ansi16?
    /// Instead, on a terminal without colours.
    public var mono: Attributes?
    /// The names of its colours in the palette, so that a theme which changes the palette changes what it inherits.
    var foregroundName: String?
    var backgroundName: String?

    public init(
        foreground: Color? = nil, background: Color? = nil, attributes: Attributes? = nil, ansi16: Ansi16? = nil,
        mono: Attributes? = nil
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.ansi16 = ansi16
        self.mono = mono
    }

    /// A look with the sixteen colours of the terminal's owner.
    public struct Ansi16: Hashable, Sendable {
        public var foreground: Color?
        public var background: Color?
        public var attributes: Attributes?

        public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes? = nil) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }
    }

    /// This look over that of the scope above it. Attributes are not inherited, but for scopes that only exist.
    func over(_ parent: Look) -> Look {
        let colored = foreground != nil || background != nil
        return Look(
            foreground: foreground ?? parent.foreground, background: background ?? parent.background,
            attributes: attributes ?? (colored ? [] : parent.attributes),
            ansi16: ansi16 ?? (colored ? nil : parent.ansi16),
            mono: mono ?? attributes ?? (colored ? [] : parent.mono))
    }
}
