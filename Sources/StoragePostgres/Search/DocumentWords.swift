import Storage

/// The words of a document as its `tsvector` keeps them: each word by itself, and once more with the mark of each field
/// that it is in. Words are taken as they are; no dictionary of PostgreSQL sees them.
enum DocumentWords {
    /// How many bytes of a word are kept; longer ones are found by their beginning. PostgreSQL takes 2,046.
    private static let wordLimit = 1_024
    /// How many bytes of words a document may have. PostgreSQL takes 1,048,575.
    private static let documentLimit = 1_000_000

    /// What a document's words are, each once. Those of the whole document come before those with marks, so that of a
    /// document with too many only the fields cannot all be told apart.
    static func list(_ contents: [String]) -> [String] {
        var whole = WordList(limit: documentLimit)
        var marked = WordList(limit: documentLimit)
        for (field, content) in contents.enumerated() {
            for word in split(content) {
                whole.add("", word)
                marked.add(mark(field), word)
            }
        }
        var room = documentLimit - whole.size
        return whole.words
            + marked.words.filter { word in
                room -= word.utf8.count + 1
                return room > 0
            }
    }

    /// The words with one space between them, for `array_to_tsvector(string_to_array(…, ' '))`.
    static func text(_ contents: [String]) -> String { list(contents).joined(separator: " ") }

    /// The words in the binary format of `tsvector`: how many, and each with a zero at its end and no positions.
    static func binary(_ contents: [String]) -> [UInt8] {
        let words = list(contents)
        var result: [UInt8] = []
        result.append(bigEndian: Int32(words.count))
        for word in words {
            result.append(contentsOf: word.utf8)
            result.append(0)
            result.append(bigEndian: Int16(0))
        }
        return result
    }

    /// The form of a word that is looked for in any field (`nil`) or in one; `nil` for what no document can have.
    static func key(_ word: String, field: Int?) -> String? {
        let scalars = word.unicodeScalars
        guard !scalars.contains(where: { isSeparator($0) || $0.value < 0x20 }), let cut = cut(word[...]) else {
            return nil
        }
        return (field.map(mark) ?? "") + cut
    }

    /// The words of a text, which stand apart by spaces.
    static func split(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isSeparator).compactMap { cut(Substring($0)) }
    }

    /// A control character, which begins no word, and the field's letter.
    private static func mark(_ field: Int) -> String {
        "\u{1}" + String(Character(UnicodeScalar(UInt8(97 + field % 26))))
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar == " " }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// The beginning of a word that is too long; nothing of an empty one, nor of one that PostgreSQL cannot keep.
    private static func cut(_ word: Substring) -> String? {
        guard !word.isEmpty, !word.utf8.contains(where: { $0 < 0x20 }) else { return nil }
        guard word.utf8.count > wordLimit else { return String(word) }
        var result = ""
        for scalar in word.unicodeScalars {
            guard result.utf8.count + UTF8.width(scalar) <= wordLimit else { break }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Words, each once, in the order in which they came, as long as there is room.
    private struct WordList {
        let limit: Int
        private(set) var words: [String] = []
        private(set) var size = 0
        private var known: Set<String> = []

        init(limit: Int) { self.limit = limit }

        mutating func add(_ mark: String, _ word: String) {
            let word = mark + word
            guard size + word.utf8.count < limit, known.insert(word).inserted else { return }
            size += word.utf8.count + 1
            words.append(word)
        }
    }
}
