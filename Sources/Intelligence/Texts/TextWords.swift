import Domain

/// The words and the terms of a text, as the indexes of the taxonomy know them.
public enum TextWords {
    /// Folded runs of letters, digits, + and #.
    public static func words(_ text: String) -> [String] {
        var found: [String] = []
        var run = String.UnicodeScalarView()
        for scalar in Folding.key(text).unicodeScalars {
            if isPart(scalar) {
                run.append(scalar)
            } else if !run.isEmpty {
                found.append(String(run))
                run = String.UnicodeScalarView()
            }
        }
        if !run.isEmpty { found.append(String(run)) }
        return found
    }

    /// Letters of the first 128 are told without asking Unicode: most of what is read is made of them.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39, 0x2B, 0x23: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Words that carry no meaning of their own, in both languages.
    public static let stopWords = Set(
        ("a an and as at be by can for from in is it of on or that the this to we with you your our will are le la les "
            + "un une des du de d l et ou en au aux pour par sur dans avec ce cette vous nous qui que est sont")
            .split(separator: " ").map(String.init))

    static func stem(_ word: String) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.prefix(stemLength)))
    }

    /// The stems of the words that mean something.
    public static func stems(_ text: String) -> [String] {
        words(text).filter { !stopWords.contains($0) }.map(stem)
    }

    /// Terms of the index of skills: stems and pairs of them.
    static func wordTerms(_ text: String) -> [UInt32] {
        let stems = stems(text)
        let pairs = zip(stems, stems.dropFirst()).map { StableHash($0 + " " + $1).short }
        return stems.map { StableHash($0).short } + pairs
    }

    /// Terms of the indexes of titles: stems and the groups of four letters of each word; the first word once more.
    static func titleTerms(_ title: String) -> [UInt32] {
        var found: [UInt32] = []
        for word in titleWords(title) {
            if found.isEmpty { found.append(StableHash("1" + stem(word)).short) }
            found.append(StableHash(stem(word)).short)
            let padded = Array("^\(word)$".unicodeScalars)
            for start in 0..<max(1, padded.count - 3) {
                var group = String.UnicodeScalarView("_".unicodeScalars)
                group.append(contentsOf: padded[start..<min(padded.count, start + 4)])
                found.append(StableHash(String(group)).short)
            }
        }
        return found
    }

    /// The words that mean something; of two forms that differ in their end only (`vendeur / vendeuse`) the first.
    static func titleWords(_ title: String) -> [String] {
        let title = withoutMarks(title)
        let hasForms = title.contains("/")
        var found: [String] = []
        for word in words(title) where !stopWords.contains(word) && !found.contains(word) {
            let length = word.unicodeScalars.count
            let isForm = found.contains { other in
                shared(word, other) >= max(3, min(length, other.unicodeScalars.count) - 4)
            }
            if !(hasForms && isForm) { found.append(word) }
        }
        return found
    }

    /// How many letters the words begin with alike.
    private static func shared(_ one: String, _ other: String) -> Int {
        zip(one.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    }

    private static let marks = ["(h/f/x)", "(h/f)", "(f/h)", "h/f", "f/h", "(m/f/d)", "(m/w/d)"]

    /// A title without what says only that every sex is meant.
    static func withoutMarks(_ title: String) -> String {
        var text = Folding.key(title)
        for mark in marks where text.contains(mark) {
            text = text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: " ")
        }
        return text
    }

    /// Which of the two languages has more of its small words in the text.
    public static func language(of text: String) -> Language {
        var balance = 0
        forEachWord(ofFolded: Folding.key(text)) { stem, length in
            guard length <= stemLength else { return }
            if french.contains(stem) { balance += 1 }
            if english.contains(stem) { balance -= 1 }
        }
        return balance > 0 ? .french : .english
    }

    private static let french = Set(
        "le la les un une des du de et ou en au aux pour par sur dans avec vous nous qui que est sont votre vos notre"
            .split(separator: " ").map { StableHash(String($0)).short })
    private static let english = Set(
        "a an and as at be by can for from in is it of or that the this to we with you your our will are"
            .split(separator: " ").map { StableHash(String($0)).short })
}
