import Domain

/// How far a candidate speaks the languages that a job asks for: those among its requirements and those of its text.
struct LanguageCoverage {
    private(set) var part: Matcher.Part?
    private(set) var missing: [String] = []

    /// `written` are the languages that the job's text asks for.
    init(
        job: JobProfile, written: [HumanLanguage], candidate: CandidateProfile, text: FoldedText, language: Language
    ) {
        var values: [Double] = []
        var shown: [String] = []
        var judged: [HumanLanguage] = []
        for requirement in job.requirements {
            guard let wanted = requirement.language else { continue }
            judged.append(wanted)
            var spoken = Self.value(wanted, requirement.names, candidate, text)
            if let known = candidate.skills[requirement.skill] {
                let least = Double(requirement.minLevel ?? known.level)
                spoken = max(spoken, least > 0 ? min(1, Double(known.level) / least) : 1)
            }
            values.append(spoken)
            if spoken > 0 {
                shown.append(requirement.name)
            } else if requirement.importance == .required {
                missing.append(requirement.name)
            }
        }
        for wanted in written where !judged.contains(wanted) {
            let spoken = Self.value(wanted, [], candidate, text)
            values.append(spoken)
            if spoken > 0 { shown.append(wanted.name[language]) }
        }
        guard !values.isEmpty else { return }
        part = Matcher.Part(
            factor: .language, weight: 0.05, value: values.reduce(0, +) / Double(values.count),
            evidence: shown.joined(separator: ", "))
    }

    /// By what the record says of the language; where it says nothing, half for a text that names it.
    private static func value(
        _ wanted: HumanLanguage, _ names: [FoldedName], _ candidate: CandidateProfile, _ text: FoldedText
    ) -> Double {
        if let spoken = candidate.languages.first(where: { HumanLanguage(name: $0.name) == wanted }) {
            return Fluency.value(spoken.fluency)
        }
        return wanted.words.contains(where: text.holds) || names.contains(where: text.holds) ? 0.5 : 0
    }
}
