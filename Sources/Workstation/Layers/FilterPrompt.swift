import Domain

/// The line in which a filter is typed; the list below follows every character.
public struct FilterPrompt: Sendable {
    public var text: String
    /// What it finds, for an empty line.
    public let placeholder: Phrase
    /// What the filter was before, for Esc.
    let original: String
    /// Filters the list by a text.
    let apply: @Sendable (String) -> Effect

    public init(text: String, placeholder: Phrase, apply: @escaping @Sendable (String) -> Effect) {
        self.text = text
        original = text
        self.placeholder = placeholder
        self.apply = apply
    }

    var activeText: ActiveText { ActiveText(id: "filter", value: text, limit: 200) }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .textAccept, .dialogChoose: return .close()
        case .cancel: return .close(then: apply(original))
        default: return .ignored
        }
    }
}
