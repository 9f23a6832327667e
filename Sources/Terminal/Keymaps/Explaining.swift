extension Keymap {
    /// What some keys do in one context, and who said so.
    public struct Explanation: Hashable, Sendable {
        public let context: String
        /// What they do; nil when more keys follow.
        public let binding: Binding?
        public let continuations: [Continuation]
    }

    /// What the keys do in each context where they do anything, in the order of the table's contexts.
    public func explain(_ keys: [Key]) -> [Explanation] {
        table.contexts.compactMap { context in
            guard let node = tries[context.name]?.node(keys) else { return nil }
            return Explanation(context: context.name, binding: node.binding, continuations: node.continuations)
        }
    }

    /// Every binding of a context, for help.
    public func bindings(in context: String) -> [Binding] { listed[context] ?? [] }

    /// The bindings of an action that work in the contexts, those of the most special first, the shortest first: for
    /// the footer, take the first.
    public func bindings(for action: String, in contexts: [String]) -> [Binding] {
        var seen: Set<[Key]> = []
        var result: [Binding] = []
        for context in contexts {
            var here = bindings(in: context).filter { $0.action == action }
            if here.count > 1 { here.sort { rank($0) < rank($1) } }
            for binding in here where seen.insert(binding.keys).inserted {
                guard works(binding, in: contexts) else { continue }
                result.append(binding)
            }
        }
        return result
    }

    /// Whether the keys do what the binding says where those contexts have them: a more special one may do otherwise.
    private func works(_ binding: Binding, in contexts: [String]) -> Bool {
        switch resolve(binding.keys, in: contexts) {
        case .none: false
        case .action(let call): call.action == binding.action
        case .pending(_, _, let otherwise): otherwise.map { $0.action == binding.action } ?? true
        }
    }

    /// Keys in the order in which the footer prefers them: own ones, then letters, signs, named keys, and those that are
    /// pressed together with another.
    private func rank(_ binding: Binding) -> (Int, Int, Int, String) {
        let kinds = binding.keys.map { key in
            if let typed = key.typed { return typed.isLetter ? 0 : 1 }
            return key.modifiers.isEmpty ? 2 : key.modifiers.contains(.control) ? 3 : 4
        }
        return (binding.origin.isDefault ? 1 : 0, binding.keys.count, kinds.max() ?? 0, binding.label)
    }
}
