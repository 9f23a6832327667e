/// What keys do: the defaults of a preset with a person's own bindings over them.
public struct Keymap: Sendable {
    public static let presets = ["vim", "emacs", "plain"]
    /// The most keys in one sequence.
    public static let sequenceLimit = 4

    public let table: ActionTable
    public private(set) var preset = "vim"
    /// The entries that were skipped.
    public private(set) var problems: [LoadProblem] = []
    private(set) var tries: [String: KeyTrie] = [:]
    private var found: [KeymapConflict] = []
    /// The same bindings for help and footers, in order, by context.
    private(set) var listed: [String: [Binding]] = [:]
    /// The contexts where some action takes a count.
    private(set) var counting: Set<String> = []

    /// Builds a keymap; whatever is wrong with a file is skipped and listed in `problems`.
    ///
    /// - Parameters:
    ///   - user: the text of the person's own file.
    ///   - source: what problems call that file.
    ///   - preset: a preset that wins over the one that the file names.
    public init(
        table: ActionTable, user: String? = nil, source: String = "keymaps.json", preset: String? = nil,
        defaults: String = EmbeddedDefaults.keymaps
    ) {
        self.table = table
        var base = KeymapReader(source: "defaults", isDefault: true, table: table)
        let defaults = base.read(defaults)
        var own = KeymapReader(source: source, isDefault: false, table: table)
        let user = user.map { own.read($0) } ?? KeymapEntries()
        problems = defaults.problems + user.problems
        let wanted = preset.flatMap { Self.presets.contains($0) ? $0 : nil }
        self.preset = wanted ?? user.preset ?? defaults.preset ?? "vim"
        add(defaults)
        for unbinding in user.unbindings { unbind(unbinding, source) }
        add(user)
        for (context, trie) in tries {
            let bindings = trie.bindings
            listed[context] = bindings
            if bindings.contains(where: { table[$0.action]?.takesCount ?? false }) { counting.insert(context) }
        }
    }

    /// Bindings that get in each other's way, and defaults that were replaced.
    public func conflicts() -> [KeymapConflict] { found }

    /// Replaces what is known to be wrong, when a file could not be read at all.
    mutating func report(_ problems: [LoadProblem]) { self.problems = problems }

    private mutating func add(_ entries: KeymapEntries) {
        for entry in entries.bindings where entry.presets.map({ $0.contains(preset) }) ?? true {
            for context in entry.binding.contexts { insert(entry.binding, context) }
        }
    }

    private mutating func insert(_ binding: Binding, _ context: String) {
        var trie = tries[context] ?? KeyTrie()
        let keys = binding.keys[...]
        if let node = trie.node(keys) {
            for lost in node.bindings where lost != binding { note(binding, lost, context) }
            trie.remove(keys, below: true)
        }
        for length in 1..<max(1, keys.count) {
            guard let lost = trie.node(keys.prefix(length))?.binding else { continue }
            note(binding, lost, context)
            trie.remove(keys.prefix(length), below: false)
        }
        trie.insert(binding, keys)
        tries[context] = trie
    }

    private mutating func note(_ kept: Binding, _ lost: Binding, _ context: String) {
        let same = kept.keys == lost.keys
        if same, kept.action == lost.action, kept.arguments == lost.arguments { return }
        let replaced = lost.origin.isDefault && !kept.origin.isDefault
        let kind: KeymapConflict.Kind = replaced ? .replacesDefault : same ? .sameKeys : .prefix
        found.append(KeymapConflict(kind: kind, context: context, kept: kept, lost: lost))
    }

    private mutating func unbind(_ unbinding: KeymapEntries.Unbinding, _ source: String) {
        var hit = false
        for context in unbinding.contexts ?? Array(tries.keys) {
            guard let node = tries[context]?.node(unbinding.keys), !node.bindings.isEmpty else { continue }
            hit = true
            tries[context]?.remove(unbinding.keys[...], below: true)
        }
        guard !hit else { return }
        problems.append(
            LoadProblem(
                source: source, place: unbinding.place, line: unbinding.line,
                kind: .nothingToUnbind(Binding.label(unbinding.keys))))
    }
}
