/// What editing keys do to a text. The names are those of actions, `text.word-left`, so that keymaps bind them.
public enum TextCommand: String, CaseIterable, Hashable, Sendable {
    case left = "text.left"
    case right = "text.right"
    case up = "text.up"
    case down = "text.down"
    case start = "text.start"
    case end = "text.end"
    case wordLeft = "text.word-left"
    case wordRight = "text.word-right"
    case deleteLeft = "text.delete-left"
    case deleteRight = "text.delete-right"
    case deleteWord = "text.delete-word"
    case deleteToStart = "text.delete-to-start"
    case deleteToEnd = "text.delete-to-end"
    case newline = "text.newline"

    /// The command behind an action of a keymap.
    public init?(action: String) { self.init(rawValue: action) }
}
