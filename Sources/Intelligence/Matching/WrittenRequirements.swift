/// What a job's text asks for, line by line, and how much of it another text has. Rare words count more than common
/// ones, and words that only say who somebody is count for nothing.
struct WrittenRequirements: Sendable {
    /// A stem that a line asks for, by its hash.
    private struct Term {
        let stem: UInt32
        let weight: Double
    }

    private let lines: [[Term]]
    /// The terms of all lines, each once.
    private let terms: [Term]

    /// Lines that are read; a longer text is cut.
    private static let longest = 120

    private static let ignored = Set(
        "he she his her hers him himself herself they their il elle son sa ses lui mr mrs ms mme monsieur madame"
            .split(separator: " ").map(String.init))

    init(title: String, description: String, taxonomy: Taxonomy = .builtIn) {
        let all = description.split { $0.isNewline }.map(String.init)
        let bullets = all.filter { $0.first { !$0.isWhitespace }.map { "-•*·–".contains($0) } ?? false }
        let chosen = (bullets.isEmpty ? all : bullets).prefix(Self.longest)
        lines = ([title] + chosen).compactMap { line in
            let stems = Set(TextWords.words(line).filter { Self.counts($0) }.map(TextWords.stemHash))
            guard !stems.isEmpty else { return nil }
            return stems.sorted().map { Term(stem: $0, weight: taxonomy.skillIndex.rarity($0)) }
        }
        var known: Set<UInt32> = []
        terms = lines.joined().filter { known.insert($0.stem).inserted }
    }

    private static func counts(_ word: String) -> Bool {
        !TextWords.stopWords.contains(word) && !ignored.contains(word)
    }

    /// The mean over the lines of the share of their words that the text has, 0…1, and how many lines it has whole.
    func coverage(by text: FoldedText) -> (value: Double, whole: Int, lines: Int) {
        var sum = 0.0
        var whole = 0
        for line in lines {
            var found = 0.0
            var total = 0.0
            for term in line {
                total += term.weight
                if text.counts[term.stem] != nil { found += term.weight }
            }
            sum += found / total
            if found == total { whole += 1 }
        }
        return (lines.isEmpty ? 0 : sum / Double(lines.count), whole, lines.count)
    }

    /// BM25's saturation: how soon a word that comes again counts for nothing more.
    private static let saturation = 1.2

    /// BM25 of the text for the job's words as a share of the most that they can give, 0…1, and how many of them it
    /// has. The length of the text counts for nothing (`b` is 0): what a person adds about something else takes
    /// nothing away.
    func relevance(of text: FoldedText) -> (value: Double, words: Int, of: Int) {
        var sum = 0.0
        var most = 0.0
        var words = 0
        for term in terms {
            most += term.weight * (Self.saturation + 1)
            guard let count = text.counts[term.stem].map(Double.init) else { continue }
            sum += term.weight * count * (Self.saturation + 1) / (count + Self.saturation)
            words += 1
        }
        return (most > 0 ? sum / most : 0, words, terms.count)
    }
}
