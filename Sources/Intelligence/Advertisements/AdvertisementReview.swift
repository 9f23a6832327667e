import Domain

/// Reads a job advertisement for what keeps people from applying.
public struct AdvertisementReview: Sendable {
    /// What the record of the job says beside the text; nothing for a text alone.
    public struct Record: Sendable {
        public var hasSalary: Bool
        public var hasPlace: Bool

        public init(hasSalary: Bool, hasPlace: Bool) {
            self.hasSalary = hasSalary
            self.hasPlace = hasPlace
        }
    }

    private let text: TokenizedText
    private let source: String
    private let folded: FoldedText
    /// Words of the text, punctuation left out.
    public let wordCount: Int
    private let language: Language
    private let textLanguage: Language

    /// `language` is that of the reasons.
    public init(_ text: String, language: Language) {
        self.text = TokenizedText(text, longest: 100_000)
        source = text
        folded = FoldedText(text)
        wordCount = TextWords.words(text).count
        self.language = language
        textLanguage = TextWords.language(of: text)
    }

    /// Words a sentence, on average.
    public var wordsPerSentence: Double {
        let sentences = text.sentences.count
        return sentences == 0 ? 0 : Double(wordCount) / Double(sentences)
    }

    public func findings(_ record: Record) -> [AdvertisementFinding] {
        var found = words + longSentences
        func add(_ kind: AdvertisementFinding.Kind, _ reason: Phrase, _ suggestion: Phrase) {
            found.append(
                AdvertisementFinding(
                    kind: kind, start: nil, end: nil, text: nil, reason: reason[language],
                    suggestion: suggestion[language]))
        }
        if wordCount < 80 {
            add(
                .length, Phrase(en: "\(wordCount) words say too little", fr: "\(wordCount) mots, c’est trop peu"),
                Phrase(en: "write 150 to 600 words", fr: "écrire 150 à 600 mots"))
        } else if wordCount > 700 {
            add(
                .length, Phrase(en: "\(wordCount) words are seldom read", fr: "\(wordCount) mots, peu les liront"),
                Phrase(en: "cut it to 600 words", fr: "réduire à 600 mots"))
        }
        if !record.hasSalary, !mentions(["salary", "salaire", "remuneration", "€", "$", "£", "eur", "pay"]) {
            add(
                .missingSalary, Phrase(en: "no pay is named", fr: "aucun salaire n’est indiqué"),
                Phrase(en: "name a range", fr: "indiquer une fourchette"))
        }
        if !record.hasPlace,
            !mentions(["remote", "teletravail", "hybrid", "hybride", "location", "lieu", "based", "situe"])
        {
            add(
                .missingPlace, Phrase(en: "no place of work is named", fr: "aucun lieu de travail n’est indiqué"),
                Phrase(en: "name the town, or say remote", fr: "indiquer la ville, ou le télétravail"))
        }
        if !mentions([
            "interview", "interviews", "entretien", "entretiens", "process", "etapes", "stages", "recrutement",
        ]) {
            add(
                .missingStages,
                Phrase(en: "the stages of the selection are not told", fr: "les étapes ne sont pas dites"),
                Phrase(en: "say which interviews there are, and when", fr: "dire quels entretiens, et quand"))
        }
        return found
    }

    private func mentions(_ words: [String]) -> Bool {
        words.contains { word in
            word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic } ? folded.holds(word) : source.contains(word)
        }
    }

    private var words: [AdvertisementFinding] {
        let folded = text.tokens.map { String(decoding: FoldedToken(text.scalars[$0]).bytes, as: UTF8.self) }
        var found: [AdvertisementFinding] = []
        var position = 0
        while position < folded.count {
            var step = 1
            for length in (1...AdvertisementWords.longest).reversed() where position + length <= folded.count {
                let words = folded[position..<position + length].joined(separator: " ")
                guard let entry = AdvertisementWords.entries[textLanguage]?[words] else { continue }
                let place = text.tokens[position].lowerBound..<text.tokens[position + length - 1].upperBound
                found.append(
                    AdvertisementFinding(
                        kind: entry.kind, start: place.lowerBound, end: place.upperBound, text: text.text(place),
                        reason: reason(entry.kind)[language], suggestion: entry.suggestion))
                step = length
                break
            }
            position += step
        }
        return found
    }

    private func reason(_ kind: AdvertisementFinding.Kind) -> Phrase {
        switch kind {
        case .gendered: Phrase(en: "speaks to one sex only", fr: "ne s’adresse qu’à un sexe")
        case .age: Phrase(en: "speaks of age, which may not decide", fr: "parle de l’âge, qui ne peut décider")
        case .exclusion: Phrase(en: "shuts people out without need", fr: "exclut sans nécessité")
        default: Phrase(en: "jargon that says little", fr: "jargon qui dit peu")
        }
    }

    private var longSentences: [AdvertisementFinding] {
        text.sentences.filter { $0.count > 45 }.map { sentence in
            let place = text.tokens[sentence.lowerBound].lowerBound..<text.tokens[sentence.upperBound - 1].upperBound
            let reason = Phrase(en: "a sentence of \(sentence.count) words", fr: "une phrase de \(sentence.count) mots")
            let suggestion = Phrase(en: "make two or three of it", fr: "en faire deux ou trois")
            return AdvertisementFinding(
                kind: .readability, start: place.lowerBound, end: place.upperBound, text: text.text(place),
                reason: reason[language], suggestion: suggestion[language])
        }
    }
}
