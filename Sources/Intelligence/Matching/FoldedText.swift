import Domain
import Glibc

/// A name as texts are searched for it, without case and accents.
struct FoldedName: Sendable {
    let bytes: [UInt8]

    init(_ name: String) { bytes = Array(Folding.key(name).utf8) }
}

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

    func holds(_ name: String) -> Bool { holds(FoldedName(name)) }

    /// Whether the name is there with no letter or digit beside it, and no `+` or `#` behind.
    func holds(_ name: FoldedName) -> Bool {
        let length = name.bytes.count
        guard length > 0, length <= bytes.count else { return false }
        return bytes.withUnsafeBytes { text in
            name.bytes.withUnsafeBytes { wanted in
                guard let base = text.baseAddress, let name = wanted.baseAddress else { return false }
                var start = 0
                // The C library looks at many bytes at once.
                while start <= text.count - length,
                    let found = memchr(base + start, Int32(wanted[0]), text.count - length - start + 1)
                {
                    start = UnsafeRawPointer(found) - base
                    let end = start + length
                    if memcmp(base + start, name, length) == 0, start == 0 || !Self.isWord(text[start - 1]),
                        end == text.count || !Self.goesOn(text[end])
                    {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func goesOn(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#")
    }
}
