/// What one connection knows about the statements it has run, by their text.
///
/// A statement is prepared when it is run a second time. Its parameters have the types that the values had, and where
/// the first value was NULL the type that the server found.
struct StatementCache {
    /// A statement that the server has compiled.
    struct Prepared {
        let name: String
        let types: [UInt32]

        /// Whether values of these types can be bound to it; NULL can be everywhere.
        func takes(_ types: [UInt32]) -> Bool {
            types.count == self.types.count
                && zip(types, self.types).allSatisfy { $0 == TypeNumber.unknown || $0 == $1 }
        }
    }

    final class Entry {
        /// The text with `$1`, `$2` … in the place of the question marks.
        let text: String
        let isPreparable: Bool
        fileprivate(set) var runs = 0
        fileprivate var lastUse: UInt64 = 0
        var prepared: [Prepared] = []

        init(_ text: String) {
            self.text = StatementCache.numbered(text)
            // What a search finds differs so much from word to word that the plan must be made for the word.
            isPreparable = !text.contains("@@")
        }

        /// Whether the next run is worth a name on the server.
        var isFrequent: Bool { isPreparable && runs > 1 }
    }

    private var entries: [String: Entry] = [:]
    private let limit: Int
    private var uses: UInt64 = 0
    private var names = 0

    init(limit: Int) { self.limit = max(limit, 1) }

    /// The entry for a text, counted as run once more, and the names that are no longer needed.
    mutating func entry(for text: String) -> (entry: Entry, forgotten: [String]) {
        uses &+= 1
        if let known = entries[text] {
            known.lastUse = uses
            known.runs += 1
            return (known, [])
        }
        var forgotten: [String] = []
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries.removeValue(forKey: oldest.key)
            forgotten = oldest.value.prepared.map(\.name)
        }
        let fresh = Entry(text)
        fresh.lastUse = uses
        fresh.runs = 1
        entries[text] = fresh
        return (fresh, forgotten)
    }

    /// A name for one more statement.
    mutating func newName() -> String {
        names += 1
        return "s\(names)"
    }

    /// Puts numbers in the place of the question marks, which stand for nothing but parameters.
    static func numbered(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 32)
        var number = 0
        for part in text.split(separator: "?", omittingEmptySubsequences: false) {
            if number > 0 { result += "$\(number)" }
            result += part
            number += 1
        }
        return result
    }
}
