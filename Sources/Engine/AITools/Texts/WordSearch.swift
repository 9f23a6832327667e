/// Looks for words in a text, as whole words. Its time grows with the text and the words, not with their product
/// (Knuth, Morris and Pratt, 1977).
struct WordSearch {
    private let wanted: [Unicode.Scalar]
    /// For each scalar, how many that end with it are also the beginning.
    private let repeated: [Int]

    init(_ words: String) {
        let wanted = Array(words.unicodeScalars)
        var repeated = Array(repeating: 0, count: wanted.count)
        var length = 0
        for index in wanted.indices.dropFirst() {
            while length > 0, wanted[index] != wanted[length] { length = repeated[length - 1] }
            if wanted[index] == wanted[length] { length += 1 }
            repeated[index] = length
        }
        self.wanted = wanted
        self.repeated = repeated
    }

    /// The first place of the words in a text; `nil` where they are not there.
    func first(in text: [Unicode.Scalar]) -> Range<Int>? {
        guard !wanted.isEmpty else { return nil }
        func isLetter(_ place: Int) -> Bool {
            text.indices.contains(place)
                && (text[place].properties.isAlphabetic || text[place].properties.numericType != nil)
        }
        var length = 0
        for (place, scalar) in text.enumerated() {
            while length > 0, scalar != wanted[length] { length = repeated[length - 1] }
            if scalar == wanted[length] { length += 1 }
            guard length == wanted.count else { continue }
            let start = place + 1 - length
            if !isLetter(start - 1), !isLetter(place + 1) { return start..<place + 1 }
            length = repeated[length - 1]
        }
        return nil
    }
}
