/// Cuts folded text into words, byte by byte: it runs over everything that is indexed.
struct SearchWordScanner {
    /// Folded, so valid UTF-8.
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var output: [UInt8] = []
    /// How many letters the word that is being read has so far, those that are cut off included.
    private var length = 0
    private var count = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        output.reserveCapacity(bytes.count)
    }

    /// The words with a space between them, at most `limit`.
    mutating func words(limit: Int) -> [UInt8] {
        while position < bytes.count {
            let size = wordPart(at: position)
            if size > 0 {
                if length == 0 {
                    guard count < limit else { break }
                    count += 1
                    if count > 1 { output.append(UInt8(ascii: " ")) }
                }
                append(position, size)
                position += size
            } else {
                appendSign(bytes[position], limit)
                position += UTF8Scalars.scalar(at: position, in: bytes).size
            }
        }
        return output
    }

    /// Something that is no letter: part of a name made of signs, or the end of a word.
    private mutating func appendSign(_ sign: UInt8, _ limit: Int) {
        let isFollowed = wordPart(at: position + 1) > 0
        switch sign {
        case UInt8(ascii: "+") where length > 0 && !isFollowed: append("plus")
        case UInt8(ascii: "#") where length > 0 && !isFollowed: append("sharp")
        case UInt8(ascii: "&") where length > 0 && isFollowed: append("and")
        case UInt8(ascii: ".") where length == 0 && startsDotnet && count < limit:
            count += 1
            if count > 1 { output.append(UInt8(ascii: " ")) }
            append("dot")
        default: length = 0
        }
    }

    private mutating func append(_ position: Int, _ size: Int) {
        length += 1
        if length <= SearchWords.letters { output.append(contentsOf: bytes[position..<position + size]) }
    }

    private mutating func append(_ letters: StaticString) {
        letters.withUTF8Buffer { letters in
            for letter in letters {
                length += 1
                if length <= SearchWords.letters { output.append(letter) }
            }
        }
    }

    /// Whether `.net` stands here as a word of its own.
    private var startsDotnet: Bool {
        guard position + 3 < bytes.count, bytes[position + 1] == UInt8(ascii: "n"),
            bytes[position + 2] == UInt8(ascii: "e"), bytes[position + 3] == UInt8(ascii: "t")
        else { return false }
        return wordPart(at: position + 4) == 0
    }

    /// How many bytes the letter or digit at `position` has; 0 where there is none.
    private func wordPart(at position: Int) -> Int {
        guard position < bytes.count else { return 0 }
        let byte = bytes[position]
        if byte < 0x80 {
            let isPart = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            return isPart ? 1 : 0
        }
        let (scalar, size) = UTF8Scalars.scalar(at: position, in: bytes)
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return size
        default:
            return 0
        }
    }
}
