import Storage

/// The words of a collection that begin alike.
///
/// FTS5 answers a prefix that has no index of its own by merging the document lists of all its words before it gives
/// the first row, which takes as long as they are. The words one by one, joined by `OR`, are read only as far as asked.
struct PrefixWords {
    /// Up to this many characters FTS5 has an index, and needs no help.
    static let indexedLength = 4
    /// With more words than this none of them is in very many documents, and FTS5's own way is faster.
    static let limit = 48

    private let transaction: SQLiteTransaction
    private let collection: SearchCollection
    private let next: String

    init(_ transaction: SQLiteTransaction, _ collection: SearchCollection) {
        self.transaction = transaction
        self.collection = collection
        next = "SELECT term FROM \"\(SearchTables.words(of: collection))\" WHERE term >= ? ORDER BY term LIMIT 1"
    }

    /// The words that begin with `start`; `nil` if the index of FTS5 should be asked itself.
    func expand(_ start: String) -> [String]? {
        guard start.unicodeScalars.count > Self.indexedLength,
            !start.unicodeScalars.contains(where: { $0.properties.generalCategory == .spaceSeparator })
        else { return nil }
        // A board asks for the same beginning in each of its columns. While a snapshot lasts the words are the same.
        let known = collection.name + " " + start
        if !transaction.isWritable, let words = transaction.prefixWords[known] { return words }
        let words = read(start)
        if !transaction.isWritable { transaction.prefixWords[known] = .some(words) }
        return words
    }

    private func read(_ start: String) -> [String]? {
        var words: [String] = []
        var from = start
        do {
            while let word: String = try transaction.value(SQL(trusted: next, values: [.text(from)])) {
                guard word.utf8.starts(with: start.utf8) else { break }
                guard words.count < Self.limit else { return nil }
                words.append(word)
                // Past every document of this word, at once: the least text that is greater.
                from = word + "\u{1}"
            }
        } catch {
            return nil
        }
        return words
    }
}
