/// The kinds of places where keys mean something: the closed list of keymaps.
public enum KeyContext: String, Sendable, CaseIterable, Hashable {
    case board, table, detail, form, palette, text, dialog, global

    /// Whether characters are typed there.
    public var isTyping: Bool {
        switch self {
        case .form, .palette, .text: true
        case .board, .table, .detail, .dialog, .global: false
        }
    }
}
