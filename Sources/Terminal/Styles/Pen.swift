/// A style made ready for one terminal: colours that it has, and attributes.
public struct Pen: Hashable, Sendable {
    /// A colour of the terminal: an index of its palette, a direct `0xRRGGBB`, or its own default.
    public enum Ink: Hashable, Sendable {
        case terminal
        case index(UInt8)
        case direct(UInt32)
    }

    public var foreground: Ink
    public var background: Ink
    public var attributes: Attributes

    public init(foreground: Ink = .terminal, background: Ink = .terminal, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Whether a blank looks the same with either pen.
    func blanksLike(_ other: Pen) -> Bool {
        let shown: Attributes = [.underline, .reverse]
        return background == other.background && attributes.intersection(shown).isEmpty
            && other.attributes.intersection(shown).isEmpty
    }
}
