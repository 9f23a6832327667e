import Domain

/// A text that is searched by the letters typed so far, without regard to case and accents.
struct FuzzyText: Sendable {
    let text: String
    /// Its letters, folded.
    private let letters: [Character]
    /// The place in the text of each letter, in characters: `œ` is folded to two.
    private let origins: [Int]

    init(_ text: String) {
        self.text = text
        var letters: [Character] = []
        var origins: [Int] = []
        for (place, character) in text.enumerated() {
            if let ascii = character.asciiValue {
                letters.append((65...90).contains(ascii) ? Character(Unicode.Scalar(ascii | 32)) : character)
                origins.append(place)
            } else {
                for letter in Folding.key(String(character)) {
                    letters.append(letter)
                    origins.append(place)
                }
            }
        }
        self.letters = letters
        self.origins = origins
    }

    struct Match: Sendable, Hashable {
        /// The better, the higher.
        var score: Int
        /// The places of the letters found, in characters of the text.
        var places: Set<Int>
    }

    /// Finds every word of a query: at the start of a word best, else within one, else its letters in order.
    func match(_ query: String) -> Match? {
        var match = Match(score: 0, places: [])
        for word in Folding.key(query).split(separator: " ") {
            guard let found = find(Array(word)) else { return nil }
            match.score += found.score
            match.places.formUnion(found.places.map { origins[$0] })
        }
        return match
    }

    private func find(_ word: [Character]) -> (score: Int, places: [Int])? {
        var within: Int?
        for start in letters.indices where letters[start...].starts(with: word) {
            let isWordStart = start == 0 || !(letters[start - 1].isLetter || letters[start - 1].isNumber)
            // Of two words, the earlier one is meant.
            if isWordStart { return (1_000 - min(start, 99), Array(start..<start + word.count)) }
            within = within ?? start
        }
        if let within { return (500 - min(within, 99), Array(within..<within + word.count)) }
        return scattered(word)
    }

    private func scattered(_ word: [Character]) -> (score: Int, places: [Int])? {
        var places: [Int] = []
        var next = 0
        for letter in word {
            guard let found = letters[next...].firstIndex(of: letter) else { return nil }
            places.append(found)
            next = found + 1
        }
        guard let first = places.first, let last = places.last else { return nil }
        let gaps = last - first + 1 - word.count
        // Letters all over a long text are no match.
        guard gaps <= 3 * word.count else { return nil }
        return (200 - gaps, places)
    }
}
