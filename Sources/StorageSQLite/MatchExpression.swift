import Storage

/// Writes a search query in the language of FTS5. Every word is an FTS5 string, so that nothing a person types is
/// taken for an operator.
struct MatchExpression {
    let collection: SearchCollection
    let words: PrefixWords

    /// The expression, or `nil` for one that can match nothing.
    func text(_ query: SearchQuery) -> String? {
        switch query {
        case .word(let word, let fields): return phrase([word], in: fields)
        case .phrase(let words, let fields): return phrase(words, in: fields)
        case .prefix(let start, let fields): return prefix(start, in: fields)
        case .all(let parts):
            var texts: [String] = []
            for part in parts {
                guard let text = text(part) else { return nil }
                texts.append(text)
            }
            return joined(texts, by: " AND ")
        case .any(let parts): return joined(parts.compactMap(text), by: " OR ")
        case .except(let wanted, let unwanted):
            guard let wanted = text(wanted) else { return nil }
            guard let unwanted = text(unwanted) else { return wanted }
            return "(\(wanted) NOT \(unwanted))"
        }
    }

    private func phrase(_ words: [String], in fields: [String]) -> String? {
        guard !words.isEmpty, !words.contains(where: { Self.isBlank($0) }) else { return nil }
        return filtered(words.map(Self.quoted).joined(separator: " + "), by: fields)
    }

    private func prefix(_ start: String, in fields: [String]) -> String? {
        guard !Self.isBlank(start) else { return nil }
        if let words = words.expand(start) {
            return joined(words.map(Self.quoted), by: " OR ").flatMap { filtered($0, by: fields) }
        }
        return filtered(Self.quoted(start) + " *", by: fields)
    }

    private func joined(_ texts: [String], by separator: String) -> String? {
        switch texts.count {
        case 0: nil
        case 1: texts[0]
        default: "(\(texts.joined(separator: separator)))"
        }
    }

    private func filtered(_ text: String, by fields: [String]) -> String? {
        guard !fields.isEmpty else { return text }
        let known = fields.filter(collection.fields.contains)
        // To look for it in all fields FTS5 need not look where it is.
        guard !collection.fields.allSatisfy(known.contains) else { return text }
        return known.isEmpty ? nil : "{\(known.map(Self.quoted).joined(separator: " "))} : (\(text))"
    }

    /// Whether no document can have this word: it is empty, all spaces, or has a NUL, where FTS5 stops reading.
    private static func isBlank(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        return scalars.contains("\0") || scalars.allSatisfy { $0.properties.generalCategory == .spaceSeparator }
    }

    /// A string of FTS5, in which a quote is written twice.
    private static func quoted(_ word: String) -> String {
        var result = "\""
        for scalar in word.unicodeScalars {
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
