import Domain

/// A text in which names are looked for as whole words, without case and accents.
struct FoldedText {
    private let bytes: [UInt8]
    /// How often each stem that means something comes, by its hash.
    let counts: [UInt32: Int]

    init(_ text: String) {
        let key = Folding.key(text)
        bytes = Array(key.utf8)
        var counts: [UInt32: Int] = [:]
        TextWords.forEachStem(ofFolded: key) { counts[$0, default: 0] += 1 }
        self.counts = counts
    }

    /// Whether the name is there with no letter or digit beside it, and no `+` or `#` behind.
    func holds(_ name: String) -> Bool {
        let wanted = Array(Folding.key(name).utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { text in
            for start in 0...text.count - wanted.count where text[start] == wanted[0] {
                let end = start + wanted.count
                if text[start..<end].elementsEqual(wanted), start == 0 || !Self.isWord(text[start - 1]),
                    end == text.count || !Self.goesOn(text[end])
                {
                    return true
                }
            }
            return false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func goesOn(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
    }
}
