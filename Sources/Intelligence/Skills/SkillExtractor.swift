import Domain

/// Finds the skills of a text: by the taggers in English, by the dictionary in both languages. What the dictionary
/// knows but everyday speech says as well (Go, R, Excel …) counts only where the words around it speak of tools.
public struct SkillExtractor: Sendable {
    let taxonomy: Taxonomy

    public init(_ taxonomy: Taxonomy = .builtIn) { self.taxonomy = taxonomy }

    /// Scalars of a text that are looked at; more is cut.
    public static let longestText = 400_000

    /// The skills in the order of the text, none overlapping another of its kind. In English unless said otherwise or
    /// unless the text is plainly French.
    public func skills(in text: String, language: Language? = nil) -> [ExtractedSkill] {
        let text = TokenizedText(text, longest: Self.longestText)
        let language = language ?? TextWords.language(of: text.text(0..<min(text.scalars.count, 4000)))
        var found: [ExtractedSkill] = []
        for sentence in text.sentences {
            let reading = SentenceReading(text, tokens: sentence, language: language, taxonomy: taxonomy)
            found += language == .english ? english(reading) : dictionary(reading, reading.isMeant, besides: [])
        }
        return found.sorted { ($0.start, $0.end, $0.kind.rawValue) < ($1.start, $1.end, $1.kind.rawValue) }
    }

    private func english(_ reading: SentenceReading) -> [ExtractedSkill] {
        let features = reading.features
        var found = taxonomy.knowledgeTagger.spans(features).compactMap {
            reading.skill($0.tokens, kind: .knowledge, confidence: $0.confidence)
        }
        found += dictionary(reading, reading.isPlainlyTool, besides: found)
        found += taxonomy.skillTagger.spans(features).compactMap {
            reading.skill($0.tokens, kind: .skill, confidence: $0.confidence)
        }
        return found
    }

    /// `found` is in the order of the text, none overlapping another.
    private func dictionary(
        _ reading: SentenceReading, _ counts: (SentenceReading.Match) -> Bool, besides found: [ExtractedSkill]
    ) -> [ExtractedSkill] {
        var rest = found[...]
        return reading.matches.compactMap { match in
            let place = reading.place(match.tokens)
            rest = rest.drop { $0.end <= place.lowerBound }
            if let next = rest.first, next.start < place.upperBound { return nil }
            guard counts(match) else { return nil }
            let skill = taxonomy.skills[match.entry.skill]
            return ExtractedSkill(
                text: reading.text.text(place), skill: skill, kind: skill.kind, start: place.lowerBound,
                end: place.upperBound, confidence: match.tokens.count > 1 ? 0.8 : 0.7)
        }
    }
}
