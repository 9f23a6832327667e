import Domain
import Engine

/// A match as the lines of a pane: who or what it is with its score, the reasons that weigh most, and what is missing.
struct MatchLines {
    let language: Language

    /// Why a match has its score: a factor, what it adds to the score (0…1), and what in the record says so.
    struct Reason {
        let factor: Phrase
        let share: Double
        let evidence: String
    }

    /// Reasons that are shown.
    private static let mostReasons = 3

    func lines(_ match: CandidateMatch) -> [PaneLine] {
        let unnamed = Phrase(en: "Anonymous candidate", fr: "Candidat anonyme")[language]
        let reasons = match.contributions.map {
            Reason(factor: $0.factor.title, share: $0.weight * $0.value, evidence: $0.evidence)
        }
        return lines(match.name ?? unnamed, match.title, match.score, reasons, match.missing)
    }

    func lines(_ match: JobMatch) -> [PaneLine] {
        let reasons = match.contributions.map {
            Reason(factor: $0.factor.title, share: $0.weight * $0.value, evidence: $0.evidence)
        }
        return lines(match.title, match.companyName, match.score, reasons, match.missing)
    }

    private func lines(
        _ name: String, _ detail: String?, _ score: Double, _ reasons: [Reason], _ missing: [String]
    ) -> [PaneLine] {
        let percent = "\(Int((min(max(score, 0), 1) * 100).rounded()))"
        var lines: [PaneLine] = [
            .heading(name, trailing: Phrase(en: "match \(percent)", fr: "accord \(percent)")[language])
        ]
        if let detail = detail?.nonBlank { lines.append(.text(detail, .dim)) }
        let best = reasons.filter { $0.share > 0 && $0.evidence.nonBlank != nil }.enumerated()
            .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.prefix(Self.mostReasons)
        lines += best.map { PaneLine.text(factor($0.element.factor) + $0.element.evidence) }
        if !missing.isEmpty {
            let label = factor(Phrase(en: "Nothing shows", fr: "Rien n’indique"))
            lines.append(.text(label + missing.joined(separator: ", "), .attention))
        }
        return lines + [.blank]
    }

    private func factor(_ phrase: Phrase) -> String {
        Phrase(en: "\(phrase.english): ", fr: "\(phrase.french) : ")[language]
    }

    /// The foot of a list of matches: of how many they are the best, and that nothing follows from a score.
    func foot(shown: Int, considered: Int) -> PaneLine {
        let (shown, all) = (NumberWords.count(shown, language), NumberWords.count(considered, language))
        return .text(
            Phrase(
                en: "The best \(shown) of \(all) that were compared. A score decides nothing.",
                fr: "Les \(shown) meilleurs sur \(all) comparés. Un score ne décide de rien.")[language], .dim)
    }
}
