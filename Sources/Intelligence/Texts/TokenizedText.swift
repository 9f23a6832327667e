/// A text as tokens: runs without white space, outer punctuation on its own. Offsets are in Unicode scalars.
public struct TokenizedText: Sendable {
    public let scalars: [Unicode.Scalar]
    public let tokens: [Range<Int>]

    /// Scalars beyond `longest` are cut off.
    public init(_ text: String, longest: Int = .max) {
        scalars = Array(text.unicodeScalars.prefix(longest))
        var found: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            if Self.isSpace(scalars[position]) {
                position += 1
                continue
            }
            var end = position
            while end < scalars.count, !Self.isSpace(scalars[end]) { end += 1 }
            Self.split(position..<end, of: scalars, into: &found)
            position = end
        }
        tokens = found
    }

    /// What the first 128 mean is told without asking Unicode.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static let leading = Set("([{\"'<«“-–—•*·‣▪".unicodeScalars)
    private static let trailing = Set(".,;:!?)]}\"'>»”…".unicodeScalars)

    private static func split(_ run: Range<Int>, of scalars: [Unicode.Scalar], into found: inout [Range<Int>]) {
        var first = run.lowerBound
        var last = run.upperBound
        while first < last - 1, leading.contains(scalars[first]) {
            found.append(first..<first + 1)
            first += 1
        }
        while last > first + 1, trailing.contains(scalars[last - 1]) { last -= 1 }
        found.append(first..<last)
        for tail in last..<run.upperBound { found.append(tail..<tail + 1) }
    }

    /// The text between two offsets.
    public func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// Runs of tokens that are read on their own: a line, or a sentence of it.
    var sentences: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in tokens.indices {
            let isLast = index + 1 == tokens.count
            let gap = isLast ? 0..<0 : tokens[index].upperBound..<tokens[index + 1].lowerBound
            let token = scalars[tokens[index].lowerBound]
            let endsSentence = tokens[index].count == 1 && (token == "." || token == "!" || token == "?")
            let breaksLine = scalars[gap].contains { $0 == "\n" || $0 == "\r" || $0 == "\t" }
            if isLast || breaksLine || endsSentence && !gap.isEmpty {
                found.append(start..<index + 1)
                start = index + 1
            }
        }
        return found
    }
}
