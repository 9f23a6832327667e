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
                if case .none = resolve(binding.keys, in: contexts) { continue }
                result.append(binding)
            }
        }
        return result
    }

    /// Keys in the order in which the footer prefers them: own ones, then letters, signs, and named keys.
    private func rank(_ binding: Binding) -> (Int, Int, Int, String) {
        let isTyped = binding.keys.allSatisfy { $0.typed != nil }
        let isLetter = binding.keys.allSatisfy { $0.typed?.isLetter ?? false }
        let kind = isLetter ? 0 : isTyped ? 1 : 2
        return (binding.origin.isDefault ? 1 : 0, binding.keys.count, kind, binding.label)
    }
}
