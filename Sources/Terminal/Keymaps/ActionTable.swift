/// What a program can be told to do, and where: a keymap is checked against it when it is read.
public struct ActionTable: Sendable {
    /// A named thing that a key may do.
    public struct Action: Hashable, Sendable {
        /// Dotted, as keymaps write it: `card.next-stage`.
        public let name: String
        /// What the program's catalogue of words calls its description.
        public let descriptionKey: String
        /// Where it may be bound.
        public let contexts: [String]
        /// Whether it takes something away; help and the keymap check point that out.
        public let isDestructive: Bool
        /// Whether a count before it means something: `3 L`.
        public let takesCount: Bool

        public init(
            _ name: String, description: String, in contexts: [String], isDestructive: Bool = false,
            takesCount: Bool = false
        ) {
            self.name = name
            descriptionKey = description
            self.contexts = contexts
            self.isDestructive = isDestructive
            self.takesCount = takesCount
        }
    }

    /// A kind of place, of a closed list.
    public struct Context: Hashable, Sendable {
        public let name: String
        /// Whether characters are typed there: then a plain character is a command only when it is bound in a typing
        /// context itself, and digits are no counts.
        public let isTyping: Bool

        public init(_ name: String, isTyping: Bool = false) {
            self.name = name
            self.isTyping = isTyping
        }
    }

    public let actions: [Action]
    public let contexts: [Context]
    private let byName: [String: Action]
    private let typing: Set<String>

    /// Later actions of the same name replace earlier ones.
    public init(contexts: [Context], actions: [Action]) {
        self.contexts = contexts
        self.actions = actions
        byName = Dictionary(actions.map { ($0.name, $0) }) { $1 }
        typing = Set(contexts.filter(\.isTyping).map(\.name))
    }

    public subscript(name: String) -> Action? { byName[name] }

    func hasContext(_ name: String) -> Bool { contexts.contains { $0.name == name } }
    func isTyping(_ context: String) -> Bool { typing.contains(context) }
}
