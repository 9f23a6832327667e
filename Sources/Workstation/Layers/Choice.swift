import Domain
import Scrolling

/// A short list to choose one thing from, each perhaps with a letter of its own.
public struct Choice: Sendable {
    public struct Item: Sendable {
        public let label: String
        /// Chooses it at once.
        public let letter: Character?
        public let hint: String
        /// Why it cannot be chosen; nil when it can.
        public let disabledReason: String?
        let effect: Effect

        public init(
            _ label: String, letter: Character? = nil, hint: String = "", disabledReason: String? = nil,
            effect: @escaping Effect
        ) {
            self.label = label
            self.letter = letter
            self.hint = hint
            self.disabledReason = disabledReason
            self.effect = effect
        }
    }

    public let title: String
    public let items: [Item]
    public private(set) var window: ListWindow

    public init(title: String, items: [Item], cursor: Int = 0) {
        self.title = title
        self.items = items
        window = ListWindow(count: items.count, height: min(items.count, 12))
        window.move(to: cursor)
    }

    public mutating func resize(height: Int) { window.resize(height: height) }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .moveDown, .dialogNext: window.move(by: invocation.times)
        case .moveUp, .dialogPrevious: window.move(by: -invocation.times)
        case .pageDown: window.page(invocation.times)
        case .pageUp: window.page(-invocation.times)
        case .goTop: window.goTop()
        case .goBottom: window.goBottom()
        case .dialogChoose: return choose(window.cursor)
        case .cancel, .close: return .close()
        default: return .ignored
        }
        return .consumed()
    }

    /// Chooses by an item's letter; false when none has it. Letters win over keys that move.
    mutating func press(_ character: Character) -> LayerReaction {
        guard let index = items.firstIndex(where: { $0.letter == character }) else { return .ignored }
        window.move(to: index)
        return choose(index)
    }

    func choose(_ index: Int) -> LayerReaction {
        guard items.indices.contains(index) else { return .consumed() }
        if let reason = items[index].disabledReason {
            return .close(then: { $0.tell(error: reason) })
        }
        return .close(then: items[index].effect)
    }
}
