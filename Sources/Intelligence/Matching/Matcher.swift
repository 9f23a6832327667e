import Domain

/// Scores candidates for one job. The same record always gets the same score; what a text asks of its reader counts
/// for nothing, since texts are only searched for the names of what the job asks for.
public struct Matcher: Sendable {
    let job: JobProfile
    let language: Language
    /// Whether scores say why. Whoever only wants an order saves a third of the time.
    public var explains = true
    let title: TitleSimilarity
    private let requirements: WrittenRequirements
    private let languages: [HumanLanguage]

    /// `language` is that of the evidence.
    public init(_ job: JobProfile, language: Language) {
        self.job = job
        self.language = language
        title = TitleSimilarity(job.title)
        requirements = WrittenRequirements(title: job.title, description: job.description)
        languages = WrittenLanguages.wanted(in: job.description)
    }

    /// Evidence in the language of the matcher, where it is wanted.
    func evidence(_ phrase: @autoclosure () -> Phrase) -> String { explains ? phrase()[language] : "" }

    /// A factor before the weights of all are known.
    struct Part {
        let factor: MatchContribution.Factor
        let weight: Double
        let value: Double
        let evidence: String
    }

    public func score(_ candidate: CandidateProfile) -> MatchScore { scores([candidate])[0] }

    /// The scores of several, in their order. A title that many have is compared once.
    public func scores(_ candidates: [CandidateProfile]) -> [MatchScore] {
        var alike: [String: Double] = [:]
        for known in candidates.compactMap(\.title) where alike[known] == nil { alike[known] = title.to(known) }
        return candidates.map { score($0, alike: $0.title.flatMap { alike[$0] } ?? 0) }
    }

    private func score(_ candidate: CandidateProfile, alike: Double) -> MatchScore {
        let text = FoldedText(candidate.text)
        let skills = SkillCoverage(job: job, candidate: candidate, text: text, language: explains ? language : nil)
        var parts = skills.parts
        if let experience = experience(candidate) { parts.append(experience) }
        parts.append(Part(factor: .title, weight: 0.15, value: alike, evidence: candidate.title ?? ""))
        parts += wording(text)
        let spoken = LanguageCoverage(
            job: job, written: languages, candidate: candidate, text: text, language: language)
        parts += [spoken.part, location(candidate), salary(candidate), availability(candidate), employment(candidate)]
            .compactMap(\.self)
        let total = parts.reduce(0) { $0 + $1.weight }
        let contributions = parts.map {
            MatchContribution(
                factor: $0.factor, weight: $0.weight / total, value: min(1, max(0, $0.value)), evidence: $0.evidence)
        }
        let score = contributions.reduce(0) { $0 + $1.weight * $1.value }
        return MatchScore(score: min(1, score), contributions: contributions, missing: skills.missing + spoken.missing)
    }

    /// How much of what the job's text asks for the candidate's text has.
    private func wording(_ text: FoldedText) -> [Part] {
        let covered = requirements.coverage(by: text)
        let lines = evidence(
            Phrase(
                en: "\(covered.whole) of \(covered.lines) lines of the job in full",
                fr:
                    "\(covered.whole) \(covered.whole < 2 ? "ligne" : "lignes") de l’offre sur \(covered.lines) en entier"
            ))
        let found = requirements.relevance(of: text)
        let words = evidence(
            Phrase(
                en: "\(found.words) of \(found.of) words of the job",
                fr: "\(found.words) \(found.words < 2 ? "mot" : "mots") de l’offre sur \(found.of)"))
        return [
            Part(factor: .wording, weight: 0.05, value: covered.value, evidence: lines),
            Part(factor: .text, weight: 0.05, value: found.value, evidence: words),
        ]
    }
}
