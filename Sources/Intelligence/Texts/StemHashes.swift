/// The stems of a text as hashes: what `TextWords.stems` says, without making a string of each.
extension TextWords {
    /// Letters of a stem.
    static let stemLength = 6

    private static let stopHashes = Set(
        stopWords.filter { $0.unicodeScalars.count <= stemLength }.map { StableHash($0).short })

    /// Calls `body` with the hash of the stem of each word that means something, in order. `text` is folded.
    static func forEachStem(ofFolded text: String, _ body: (UInt32) -> Void) {
        forEachWord(ofFolded: text) { stem, length in
            if length > stemLength || !stopHashes.contains(stem) { body(stem) }
        }
    }

    /// Calls `body` with the hash of the stem of each word and the letters of the word, in order. `text` is folded.
    static func forEachWord(ofFolded text: String, _ body: (UInt32, Int) -> Void) {
        var hash = StableHash()
        var length = 0
        for scalar in text.unicodeScalars {
            if isPart(scalar) {
                length += 1
                if length <= stemLength { hash.add(scalar) }
            } else if length > 0 {
                body(hash.short, length)
                hash = StableHash()
                length = 0
            }
        }
        if length > 0 { body(hash.short, length) }
    }

    /// The hash of the stem of a folded word.
    static func stemHash(_ word: String) -> UInt32 { StableHash(stem(word)).short }
}
