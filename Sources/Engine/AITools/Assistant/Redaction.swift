import Domain

/// Takes personal data out of texts and puts it back: each value becomes a placeholder such as `[[PERSON_1]]`, the same
/// one wherever it stands.
///
///     var redaction = Redaction(known: [(.person, "Zoé Test")])
///     let sent = redaction.redacted("Zoé Test, zoe@host.example")  // [[PERSON_1]], [[EMAIL_1]]
struct Redaction {
    enum Kind: String {
        case person = "PERSON"
        case email = "EMAIL"
        case phone = "PHONE"
        case link = "LINK"
        case date = "DATE"
        case address = "ADDRESS"
    }

    /// Folded words to look for, the longest first.
    private let known: [(kind: Kind, scalars: [Unicode.Scalar])]
    private var values: [String: String] = [:]
    private var placeholders: [String: String] = [:]
    private var counts: [Kind: Int] = [:]

    init(known: [(Kind, String)] = []) {
        let folded = known.map { ($0.0, Array(Self.folded($0.1).unicodeScalars)) }.filter { $0.1.count >= 2 }
        self.known = folded.sorted { $0.1.count > $1.1.count }.map { (kind: $0.0, scalars: $0.1) }
    }

    /// Without case and accents, and with one sign for every apostrophe and one for every dash.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in Folding.key(text).unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2BC}", "`", "\u{B4}", "\u{2032}": folded.append("'")
            case "\u{2010}"..."\u{2015}": folded.append("-")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// The placeholder of a value.
    mutating func placeholder(_ kind: Kind, _ value: String) -> String {
        let key = kind.rawValue + Self.folded(value)
        if let placeholder = placeholders[key] { return placeholder }
        counts[kind, default: 0] += 1
        let placeholder = "[[\(kind.rawValue)_\(counts[kind] ?? 1)]]"
        placeholders[key] = placeholder
        values[placeholder] = value
        return placeholder
    }

    /// The text without what is known and without what looks like personal data.
    mutating func redacted(_ text: String) -> String {
        // Brackets of a stranger must not pass for placeholders.
        let text = text.replacing("[[", with: "[ [").replacing("]]", with: "] ]")
        var result = ""
        var position = text.startIndex
        for (range, kind) in PersonalPatterns.all(in: text) {
            result += withoutKnown(text[position..<range.lowerBound])
            result += placeholder(kind, String(text[range]))
            position = range.upperBound
        }
        return result + withoutKnown(text[position...])
    }

    /// The text with the values put back; `nil` where it has a placeholder that was never given.
    func restored(_ text: String) -> String? {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "[[") {
            guard let end = rest[start.upperBound...].firstRange(of: "]]"),
                let value = values[String(rest[start.lowerBound..<end.upperBound])]
            else { return nil }
            result += rest[..<start.lowerBound] + value
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private mutating func withoutKnown(_ text: Substring) -> String {
        guard !known.isEmpty else { return String(text) }
        let characters = Array(text)
        let folded = FoldedPlaces(characters)
        var found = FoundPlaces<Int>()
        for (kind, scalars) in known {
            for range in folded.ranges(of: scalars) { found.add(range, kind) }
        }
        var result = ""
        var position = 0
        for (range, kind) in found.all {
            result += String(characters[position..<range.lowerBound])
            result += placeholder(kind, String(characters[range]))
            position = range.upperBound
        }
        return result + String(characters[position...])
    }
}

/// A folded text, each scalar with the character that it comes from.
private struct FoldedPlaces {
    private var scalars: [Unicode.Scalar] = []
    private var places: [Int] = []

    init(_ characters: [Character]) {
        for (place, character) in characters.enumerated() {
            if character.isWhitespace {
                guard scalars.last != " " else { continue }
                append(" ", place)
            } else {
                for scalar in Redaction.folded(String(character)).unicodeScalars { append(scalar, place) }
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ place: Int) {
        scalars.append(scalar)
        places.append(place)
    }

    /// Where `wanted` stands as whole words, in characters.
    func ranges(of wanted: [Unicode.Scalar]) -> [Range<Int>] {
        guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
        return (0...scalars.count - wanted.count).compactMap { start in
            let end = start + wanted.count
            guard scalars[start] == first, scalars[start..<end].elementsEqual(wanted),
                start == 0 || !isLetter(scalars[start - 1]), end == scalars.count || !isLetter(scalars[end])
            else { return nil }
            return places[start]..<places[end - 1] + 1
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
