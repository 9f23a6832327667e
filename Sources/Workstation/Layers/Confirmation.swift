import Domain

/// Asks before something that cannot be undone. Yes is another key than the one that asked, and never Enter.
public struct Confirmation: Sendable {
    public let title: String
    /// What will happen, in sentences.
    public let consequence: String
    public let confirmLabel: String
    let effect: Effect

    public init(title: String, consequence: String, confirmLabel: String, effect: @escaping Effect) {
        self.title = title
        self.consequence = consequence
        self.confirmLabel = confirmLabel
        self.effect = effect
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .dialogConfirm: .close(then: effect)
        case .cancel, .close: .close()
        default: .consumed()
        }
    }
}
