import JSON
import Synchronization

/// Which keys do what, as plain texts: the host makes it of the keymap whenever that changes. Help and palette read it,
/// so that the workstation itself knows nothing of keys.
public struct KeyLegend: Sendable {
    public struct Entry: Sendable, Hashable {
        /// As help shows them: `g g`.
        public let keys: String
        /// The action's name, as keymaps write it; editing commands such as `text.left` are among them.
        public let action: String
        public let arguments: JSONValue?
        public let context: KeyContext
        /// The person's own words for it, from their keymap.
        public let description: String?

        public init(
            keys: String, action: String, arguments: JSONValue? = nil, context: KeyContext, description: String? = nil
        ) {
            self.keys = keys
            self.action = action
            self.arguments = arguments
            self.context = context
            self.description = description
        }
    }

    private let made: Made

    /// The entries of an action in one context are given in the order in which they should be shown.
    public init(_ entries: [Entry] = []) {
        let byContext = Dictionary(grouping: entries, by: \.context)
        self.init { byContext[$0] ?? [] }
    }

    /// The entries of a context are made when somebody asks for them first: until help is opened nobody does.
    public init(making make: @escaping @Sendable (KeyContext) -> [Entry]) { made = Made(make) }

    public func entries(in context: KeyContext) -> [Entry] { made.entries(in: context) }

    /// The entries that work in those contexts, the most special first: what a more special context does with the
    /// same keys, or with the first of them, hides the rest.
    public func entries(in contexts: [KeyContext]) -> [Entry] {
        var taken: [String] = []
        var result: [Entry] = []
        for context in contexts {
            let here = entries(in: context)
            result += here.filter { entry in !taken.contains { Self.hides($0, entry.keys) } }
            taken += here.map(\.keys)
        }
        return result
    }

    /// The keys of an action where those contexts have the keys; nil when it has none.
    public func keys(for action: ActionName, arguments: JSONValue? = nil, in contexts: [KeyContext]) -> String? {
        entries(in: contexts).first { $0.action == action.rawValue && $0.arguments == arguments }?.keys
    }

    private static func hides(_ taken: String, _ keys: String) -> Bool {
        taken == keys || keys.hasPrefix(taken + " ") || taken.hasPrefix(keys + " ")
    }

    private final class Made: Sendable {
        private let make: @Sendable (KeyContext) -> [Entry]
        private let known = Mutex<[KeyContext: [Entry]]>([:])

        init(_ make: @escaping @Sendable (KeyContext) -> [Entry]) { self.make = make }

        func entries(in context: KeyContext) -> [Entry] {
            known.withLock { known in
                if let entries = known[context] { return entries }
                let entries = make(context)
                known[context] = entries
                return entries
            }
        }
    }
}
