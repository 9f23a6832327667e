import Domain

/// How far a candidate has the skills that a job asks for, by its record and by what its CV says.
struct SkillCoverage {
    private(set) var parts: [Matcher.Part] = []
    private(set) var missing: [String] = []

    /// Without a language there is no evidence.
    init(job: JobProfile, candidate: CandidateProfile, text: FoldedText, language: Language?) {
        // Languages are a factor of their own.
        let wanted = job.requirements.filter { $0.language == nil }
        let required = wanted.filter { $0.importance == .required }
        let others = wanted.filter { $0.importance != .required }
        for (wanted, factor, share) in [
            (required, MatchContribution.Factor.requiredSkills, 0.4), (others, .preferredSkills, 0.1),
        ] where !wanted.isEmpty {
            var sum = 0.0
            var total = 0.0
            var shown: [String] = []
            for requirement in wanted {
                let weight = max(requirement.weight, 0.1)
                total += weight
                let (value, evidence) = Self.value(requirement, candidate, text, language)
                sum += weight * value
                if value > 0 {
                    shown.append(evidence)
                } else if factor == .requiredSkills {
                    missing.append(requirement.name)
                }
            }
            parts.append(
                Matcher.Part(factor: factor, weight: share, value: sum / total, evidence: shown.joined(separator: ", "))
            )
        }
    }

    /// Full for a skill on record at the level and years asked for, less below; in the CV alone it counts most of that.
    private static func value(
        _ requirement: JobProfile.Requirement, _ candidate: CandidateProfile, _ text: FoldedText, _ language: Language?
    ) -> (Double, String) {
        if let known = candidate.skills[requirement.skill] {
            var value = 1.0
            if let level = requirement.minLevel, known.level < level { value *= Double(known.level) / Double(level) }
            if let years = requirement.minYears, years > 0 {
                value *= 0.6 + 0.4 * min(1, (known.years ?? 0) / years)
            }
            guard let language else { return (value, "") }
            let years = known.years.map { ", " + NumberWords.years($0, language) } ?? ""
            return (value, "\(requirement.name) (\(known.level)/5\(years))")
        }
        guard requirement.names.contains(where: text.holds) else { return (0, "") }
        guard let language else { return (0.75, "") }
        return (0.75, requirement.name + " " + Phrase(en: "(in the text)", fr: "(dans le texte)")[language])
    }
}
