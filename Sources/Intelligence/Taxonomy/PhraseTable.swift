/// Names of skills by the hash of their folded words, found by halving.
struct PhraseTable: @unchecked Sendable {
    /// Which sources know a phrase.
    struct Sources: OptionSet, Sendable {
        let rawValue: UInt8
        static let escoKnowledge = Sources(rawValue: 1)
        static let escoSkill = Sources(rawValue: 2)
        static let technology = Sources(rawValue: 4)
        static let rome = Sources(rawValue: 8)
        /// Our list of what skills of ESCO are called in French.
        static let french = Sources(rawValue: 16)
    }

    /// What a phrase names.
    struct Entry: Sendable {
        let skill: Int
        let sources: Sources
    }

    /// Words that the longest phrase has.
    static let longest = 5

    private let keys: UnsafeBufferPointer<UInt64>
    private let values: UnsafeRawBufferPointer

    init(_ file: TaxonomyFile, _ name: String) {
        keys = file.array(name + ".key", of: UInt64.self)
        values = file.section(name + ".val")
    }

    func find(_ hash: UInt64) -> Entry? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < hash { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == hash else { return nil }
        return Entry(
            skill: Int(values.loadUnaligned(fromByteOffset: low * 4, as: UInt16.self)),
            sources: Sources(rawValue: values[low * 4 + 2]))
    }

    /// The longest phrase that begins with the token at `start`, and how many tokens it has.
    func longest(at start: Int, in tokens: ArraySlice<FoldedToken>) -> (entry: Entry, length: Int)? {
        var hash = StableHash()
        var best: (Entry, Int)?
        for length in 1...Self.longest where start + length <= tokens.endIndex {
            if length > 1 { hash.add(UInt8(ascii: " ")) }
            hash.add(tokens[start + length - 1].bytes)
            if let entry = find(hash.value) { best = (entry, length) }
        }
        return best
    }
}
