/// What a job's text asks for, line by line, and how much of it another text has. Rare words count more than common
/// ones, and words that only say who somebody is count for nothing.
struct WrittenRequirements: Sendable {
    private let lines: [[(stem: String, weight: Double)]]

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
            let stems = Set(TextWords.words(line).filter { Self.counts($0) }.map(TextWords.stem))
            guard !stems.isEmpty else { return nil }
            return stems.sorted().map { ($0, taxonomy.skillIndex.rarity(StableHash($0).short)) }
        }
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
            for (stem, weight) in line {
                total += weight
                if text.stems.contains(stem) { found += weight }
            }
            sum += found / total
            if found == total { whole += 1 }
        }
        return (lines.isEmpty ? 0 : sum / Double(lines.count), whole, lines.count)
    }
}
