/// A key as a person names it: `j`, `Ctrl-d`, `Shift-Tab`, `F1`.
public struct Key: Hashable, Sendable {
    /// What was pressed, without its modifiers.
    public enum Code: Hashable, Sendable {
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(UInt8)
    }

    public var code: Code
    public var modifiers: Modifiers

    /// A key in its one canonical form: the shift of a letter is the capital letter, a letter with Ctrl is small.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
        guard case .character(let character) = code else { return }
        if modifiers.contains(.control) {
            let small = character.lowercased()
            if small.count == 1, let first = small.first { self.code = .character(first) }
        } else if modifiers.contains(.shift), character != " " {
            let capital = character.uppercased()
            if capital.count == 1, let first = capital.first { self.code = .character(first) }
            self.modifiers.remove(.shift)
        }
    }

    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// The character that the key types into a field, if it types one.
    public var typed: Character? {
        guard modifiers.isEmpty, case .character(let character) = code else { return nil }
        return character
    }

    /// The digit that the key types.
    var digit: Int? { typed.flatMap { $0.isASCII ? $0.wholeNumberValue : nil } }

    public static let enter = Key(.enter)
    public static let escape = Key(.escape)
    public static let tab = Key(.tab)
    public static let backspace = Key(.backspace)
    public static let up = Key(.up)
    public static let down = Key(.down)
    public static let left = Key(.left)
    public static let right = Key(.right)
}
