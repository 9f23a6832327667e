/// The bindings of one context by their keys.
struct KeyTrie: Sendable {
    var binding: Binding?
    private(set) var children: [Key: KeyTrie] = [:]

    mutating func insert(_ binding: Binding, _ keys: ArraySlice<Key>) {
        guard let first = keys.first else {
            self.binding = binding
            return
        }
        children[first, default: KeyTrie()].insert(binding, keys.dropFirst())
    }

    /// Takes bindings out: that of the keys, and with `below` all that begin with them.
    mutating func remove(_ keys: ArraySlice<Key>, below: Bool) {
        guard let first = keys.first else {
            binding = nil
            if below { children = [:] }
            return
        }
        children[first]?.remove(keys.dropFirst(), below: below)
        if let child = children[first], child.binding == nil, child.children.isEmpty { children[first] = nil }
    }

    func node(_ keys: some Collection<Key>) -> KeyTrie? {
        guard let first = keys.first else { return self }
        return children[first]?.node(keys.dropFirst())
    }

    /// Everything at and below it, in the order of the names of the keys.
    var bindings: [Binding] {
        let below = children.sorted { $0.key.description < $1.key.description }.flatMap(\.value.bindings)
        return (binding.map { [$0] } ?? []) + below
    }

    var continuations: [Continuation] {
        children.map { Continuation(key: $0.key, binding: $0.value.children.isEmpty ? $0.value.binding : nil) }
            .sorted { $0.key.description < $1.key.description }
    }
}
