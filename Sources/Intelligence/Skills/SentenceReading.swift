import Domain

/// One sentence with its folded words and the phrases of the dictionary in it.
struct SentenceReading {
    struct Match {
        /// Tokens of the sentence, counted from its first.
        let tokens: Range<Int>
        let entry: PhraseTable.Entry
    }

    let text: TokenizedText
    let taxonomy: Taxonomy
    private let first: Int
    private let words: [FoldedToken]
    let matches: [Match]
    /// For each token, the first match that begins there or behind it.
    private let following: [Int]
    /// What is a tool at each token.
    private let tools: [ToolPlace]

    init(_ text: TokenizedText, tokens: Range<Int>, language: Language, taxonomy: Taxonomy) {
        self.text = text
        self.taxonomy = taxonomy
        first = tokens.lowerBound
        let words = text.tokens[tokens].map { FoldedToken(text.scalars[$0]) }
        self.words = words
        var matches: [Match] = []
        var position = 0
        while position < words.count {
            if let (entry, length) = Self.longest(at: position, in: words, language, taxonomy) {
                matches.append(Match(tokens: position..<position + length, entry: entry))
                position += length
            } else {
                position += 1
            }
        }
        self.matches = matches
        // By their place, so that a word is compared with its neighbours only and not with all of a long line.
        var following = Array(repeating: matches.count, count: words.count)
        for (number, match) in matches.enumerated().reversed() { following[match.tokens.lowerBound] = number }
        for token in words.indices.dropLast().reversed() where following[token] == matches.count {
            following[token] = following[token + 1]
        }
        self.following = following
        tools = Self.tools(matches, words)
    }

    /// What a token is of tools.
    private struct ToolPlace: OptionSet {
        let rawValue: UInt8
        /// One that is not called like a word of every day begins or ends here.
        static let begins = Self(rawValue: 1)
        static let ends = Self(rawValue: 2)
        /// The token is one by itself, whatever it is called.
        static let single = Self(rawValue: 4)
    }

    private static func tools(_ matches: [Match], _ words: [FoldedToken]) -> [ToolPlace] {
        var tools = Array(repeating: ToolPlace(), count: words.count)
        for match in matches where match.entry.sources.contains(.technology) {
            let (start, last) = (match.tokens.lowerBound, match.tokens.upperBound - 1)
            if start == last { tools[start].insert(.single) }
            guard !SkillWords.everyday.contains(words[start].bytes) else { continue }
            tools[start].insert(.begins)
            tools[last].insert(.ends)
        }
        return tools
    }

    private func isTool(_ token: Int, _ place: ToolPlace) -> Bool {
        tools.indices.contains(token) && tools[token].contains(place)
    }

    private static func longest(
        at position: Int, in words: [FoldedToken], _ language: Language, _ taxonomy: Taxonomy
    ) -> (entry: PhraseTable.Entry, length: Int)? {
        let found = taxonomy.phrases.longest(at: position, in: words[...])
        guard language == .french, let french = taxonomy.frenchPhrases.longest(at: position, in: words[...]) else {
            return found
        }
        if let found, found.length > french.length { return found }
        return french
    }

    /// What the taggers look at.
    var features: TokenFeatures {
        var marks = Array(repeating: Array("O".utf8), count: words.count)
        for match in matches {
            for index in match.tokens {
                let letter = index == match.tokens.lowerBound ? "B" : "I"
                marks[index] = Array("\(letter)\(match.entry.sources.rawValue)".utf8)
            }
        }
        let shapes = words.indices.map { TokenShape.bytes(text.scalars[text.tokens[first + $0]]) }
        return TokenFeatures(words: words, shapes: shapes, marks: marks)
    }

    /// Where tokens of the sentence lie in the text.
    func place(_ tokens: Range<Int>) -> Range<Int> {
        text.tokens[first + tokens.lowerBound].lowerBound..<text.tokens[first + tokens.upperBound - 1].upperBound
    }

    private func surface(_ token: Int) -> ArraySlice<Unicode.Scalar> { text.scalars[text.tokens[first + token]] }

    /// What a run of tokens says, with the skill of the taxonomy that it names: exactly, as its longest known part, or
    /// as the nearest by its words.
    func skill(_ tokens: Range<Int>, kind: TaxonomySkill.Kind, confidence: Double) -> ExtractedSkill? {
        let place = place(tokens)
        let words = text.text(place)
        guard words.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        return ExtractedSkill(
            text: words, skill: named(tokens, words, kind), kind: kind, start: place.lowerBound, end: place.upperBound,
            confidence: confidence)
    }

    private func named(_ tokens: Range<Int>, _ words: String, _ kind: TaxonomySkill.Kind) -> TaxonomySkill? {
        // Matches are in the order of the sentence and do not overlap.
        let inside = matches[following[tokens.lowerBound]...].prefix { $0.tokens.upperBound <= tokens.upperBound }
        if let whole = inside.first(where: { $0.tokens == tokens }) { return taxonomy.skills[whole.entry.skill] }
        if let near = taxonomy.escoSkills(in: words, limit: 1).first, near.score >= 0.6 { return near.skill }
        guard kind == .knowledge, let longest = inside.max(by: { $0.tokens.count < $1.tokens.count }) else {
            return nil
        }
        return taxonomy.skills[longest.entry.skill]
    }

    /// Whether the words of a match mean the skill here.
    func isMeant(_ match: Match) -> Bool {
        let sources = match.entry.sources
        guard match.tokens.count == 1, !sources.contains(.french) else { return true }
        let index = match.tokens.lowerBound
        let letters = surface(index)
        if SkillWords.everyday.contains(words[index].bytes) {
            return hasCapital(letters) && isAmongTools(index)
        }
        let hasSigns = letters.contains { $0 == "+" || $0 == "#" || $0.properties.numericType != nil }
        if sources.contains(.technology) {
            // In lower case it is a word, whatever stands around it: `le 12 mars`.
            guard !hasSigns else { return true }
            return hasCapital(letters)
                && (index > 0 || letters.dropFirst().contains(where: isCapital) || isAmongTools(index))
        }
        return sources.contains(.escoKnowledge) && (letters.count > 4 || hasSigns)
    }

    /// Whether a match is the name of a tool beyond doubt: one with signs in it, or among other tools. Where a tagger has
    /// read the sentence, only these are added to what it found: it knows capitals by itself.
    func isPlainlyTool(_ match: Match) -> Bool {
        guard match.entry.sources.contains(.technology), isMeant(match) else { return false }
        let letters = match.tokens.flatMap(surface)
        return letters.contains { $0 == "+" || $0 == "#" || $0.properties.numericType != nil }
            || isAmongTools(match.tokens.lowerBound)
    }

    private func isCapital(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .uppercaseLetter }
    private func hasCapital(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool { scalars.contains(where: isCapital) }

    /// Whether a tool or a word that announces one is near: two tokens to the left, or two to the right of a list.
    private func isAmongTools(_ index: Int) -> Bool {
        for near in [index - 1, index - 2, index - 3] where words.indices.contains(near) {
            if SkillWords.announcing.contains(words[near].bytes) { return true }
        }
        if isListedWithTool(index) { return true }
        return (1...3).contains { isTool(index - $0, .ends) || isTool(index + $0, .begins) }
    }

    /// Whether a tool called like a word of every day is listed beside this one: `Go and Excel`, `Excel, Word`. Both
    /// are written with a capital, and one of them is not the first word of the sentence.
    private func isListedWithTool(_ index: Int) -> Bool {
        guard isCapitalized(index) else { return false }
        return [index - 2, index + 2].contains { near in
            isTool(near, .single) && isCapitalized(near)
                && SkillWords.joining.contains(words[(near + index) / 2].bytes)
        }
    }

    /// Written as a name is, with a capital at its beginning and no other: `Excel`, `R`.
    private func isCapitalized(_ index: Int) -> Bool {
        let letters = surface(index)
        return letters.first.map(isCapital) == true && !letters.dropFirst().contains(where: isCapital)
    }
}
