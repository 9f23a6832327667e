extension Keymap {
    /// The largest count; more digits are no count.
    static let countLimit = 9_999

    /// What the keys pressed so far mean. `contexts` go from the most special to the most general.
    ///
    /// Digits before a sequence are a count, but where text is typed. A digit that is bound itself, to a screen say,
    /// is both: pending, with what it does `otherwise`.
    public func resolve(_ keys: [Key], in contexts: [String]) -> Resolution {
        guard let first = keys.first else { return .none }
        let typing = contexts.first.map(table.isTyping) ?? false
        var contexts = contexts
        if typing, first.typed != nil { contexts = Array(contexts.prefix(while: table.isTyping)) }
        if !typing, let digit = first.digit, digit > 0 { return resolveCount(keys, contexts) }
        return lookUp(keys, contexts, count: nil)
    }

    private func resolveCount(_ keys: [Key], _ contexts: [String]) -> Resolution {
        let digits = keys.prefix { $0.digit != nil }
        let count = digits.reduce(0) { min($0 * 10 + ($1.digit ?? 0), Self.countLimit + 1) }
        let itself = lookUp(keys, contexts, count: nil)
        if digits.count == keys.count {
            guard contexts.contains(where: counting.contains), count <= Self.countLimit else { return itself }
            if case .pending = itself { return itself }
            var otherwise: ActionCall?
            if case .action(let call) = itself { otherwise = call }
            return .pending([], count: count, otherwise: otherwise)
        }
        if itself != .none { return itself }
        let rest = Array(keys.dropFirst(digits.count))
        let counted = lookUp(rest, contexts, count: count)
        // A digit that does something by itself is a count only for what takes one.
        if case .action(let call) = counted, call.count == nil, lookUp(Array(digits), contexts, count: nil) != .none {
            return .none
        }
        if case .pending = counted, !mayCount(rest, contexts), lookUp(Array(digits), contexts, count: nil) != .none {
            return .none
        }
        return counted
    }

    /// Whether keys that begin so can end in an action that takes a count.
    private func mayCount(_ keys: [Key], _ contexts: [String]) -> Bool {
        contexts.contains { context in
            let bindings = tries[context]?.node(keys)?.bindings ?? []
            return bindings.contains { table[$0.action]?.takesCount ?? false }
        }
    }

    private func lookUp(_ keys: [Key], _ contexts: [String], count: Int?) -> Resolution {
        var continuations: [Continuation] = []
        for context in contexts {
            guard let node = tries[context]?.node(keys) else { continue }
            if let binding = node.binding, continuations.isEmpty {
                let counts = table[binding.action]?.takesCount ?? false
                return .action(
                    ActionCall(binding.action, arguments: binding.arguments, count: counts ? count : nil))
            }
            for continuation in node.continuations where !continuations.contains(where: { $0.key == continuation.key })
            {
                continuations.append(continuation)
            }
        }
        return continuations.isEmpty ? .none : .pending(continuations, count: count, otherwise: nil)
    }
}
