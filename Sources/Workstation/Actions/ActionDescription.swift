import Domain

/// What help, footer, palette and the keymap check say about an action.
public struct ActionDescription: Sendable {
    public let name: ActionName
    /// As a command: "Reject".
    public let title: Phrase
    /// For the footer, shorter where the title is long.
    public let hint: Phrase
    /// Where it may be bound.
    public let contexts: [KeyContext]
    /// Whether it takes something away.
    public let isDestructive: Bool
    /// Whether a count before it means something.
    public let takesCount: Bool
    /// The operation of the engine behind it; a role that may not call it does not have the action.
    public let operation: String?

    init(
        _ name: ActionName, _ english: String, _ french: String, in contexts: [KeyContext], hint: Phrase? = nil,
        isDestructive: Bool = false, takesCount: Bool = false, operation: String? = nil
    ) {
        self.name = name
        title = Phrase(en: english, fr: french)
        self.hint = hint ?? title
        self.contexts = contexts
        self.isDestructive = isDestructive
        self.takesCount = takesCount
        self.operation = operation
    }
}
