import Domain

/// A text in which names are looked for as whole words, without case and accents.
struct FoldedText {
    private let bytes: [UInt8]
    /// The stems of its words.
    let stems: Set<String>

    init(_ text: String) {
        bytes = Array((" " + Folding.key(text) + " ").utf8)
        stems = Set(TextWords.stems(text))
    }

    /// Whether the name is there with no letter or digit beside it, and no `+` or `#` behind.
    func holds(_ name: String) -> Bool {
        let wanted = Array(Folding.key(name).utf8)
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return false }
        var position = 0
        while position + wanted.count <= bytes.count {
            if bytes[position] == wanted[0], bytes[position..<position + wanted.count].elementsEqual(wanted),
                position == 0 || !Self.isWord(bytes[position - 1]),
                position + wanted.count == bytes.count || !Self.goesOn(bytes[position + wanted.count])
            {
                return true
            }
            position += 1
        }
        return false
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func goesOn(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
    }
}
