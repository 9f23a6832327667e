import Domain

/// Names of kept files in a sentence: the first few, and how many more.
public enum FileNames {
    private static let named = 3

    public static func text(_ names: [String]) -> Phrase {
        let first = names.prefix(named).map { "files/" + LogText.safe($0) }.joined(separator: ", ")
        let rest = names.count - named
        guard rest > 0 else { return Phrase(en: first, fr: first) }
        return Phrase(en: "\(first) and \(rest) more", fr: "\(first) et \(rest) autres")
    }
}
