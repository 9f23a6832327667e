import Domain
import Engine

/// Matches as the lines of a pane: for each who or what it is with its score, the reasons that weigh most, and what is
/// missing.
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

    /// What is compared.
    private enum Compared { case candidates, jobs }

    /// Matches as their lines, the best first, and how many were compared.
    private struct Found {
        let matches: [[PaneLine]]
        let considered: Int
    }

    /// The candidates that go best with a job, and why; nil while they are compared.
    func lines(_ answer: Result<CandidateMatches, Problem>?) -> [PaneLine] {
        lines(answer?.map { Found(matches: $0.data.map(lines), considered: $0.considered) }, .candidates)
    }

    /// The open jobs that go best with a candidate, and why; nil while they are compared.
    func lines(_ answer: Result<ListCandidateMatches.Matches, Problem>?) -> [PaneLine] {
        lines(answer?.map { Found(matches: $0.data.map(lines), considered: $0.considered) }, .jobs)
    }

    private func lines(_ answer: Result<Found, Problem>?, _ compared: Compared) -> [PaneLine] {
        switch answer {
        case nil: return [.text(comparing(compared)[language], .dim)]
        case .failure(let problem): return [.text(problem.sentence(in: language), .attention)]
        case .success(let found):
            guard !found.matches.isEmpty else { return [.text(nothing(compared)[language], .dim)] }
            let best = foot(shown: found.matches.count, considered: found.considered, compared)
            return found.matches.flatMap(\.self) + [.text(best[language], .dim)]
        }
    }

    private func comparing(_ compared: Compared) -> Phrase {
        switch compared {
        case .candidates: Phrase(en: "Comparing the candidates …", fr: "Comparaison des candidats…")
        case .jobs: Phrase(en: "Comparing with the open jobs …", fr: "Comparaison avec les offres ouvertes…")
        }
    }

    private func nothing(_ compared: Compared) -> Phrase {
        switch compared {
        case .candidates: Phrase(en: "No candidate to compare with.", fr: "Aucun candidat à comparer.")
        case .jobs: Phrase(en: "No open job to compare with.", fr: "Aucune offre ouverte à comparer.")
        }
    }

    /// The foot of a list of matches: of how many they are the best, and that nothing follows from a score.
    private func foot(shown: Int, considered: Int, _ compared: Compared) -> Phrase {
        let (number, all) = (NumberWords.count(shown, language), NumberWords.count(considered, language))
        // Candidates are masculine, jobs are feminine.
        let ending = compared == .jobs ? "e" : ""
        let best =
            switch (shown, considered) {
            case (1, 1):
                Phrase(
                    en: "The only one that was compared.",
                    fr: compared == .jobs ? "La seule comparée." : "Le seul comparé.")
            case (1, _):
                Phrase(
                    en: "The best of \(all) that were compared.",
                    fr: "\(compared == .jobs ? "La meilleure" : "Le meilleur") sur \(all) comparé\(ending)s.")
            default:
                Phrase(
                    en: "The best \(number) of \(all) that were compared.",
                    fr: "Les \(number) meilleur\(ending)s sur \(all) comparé\(ending)s.")
            }
        return Phrase(
            en: best.english + " A score decides nothing.", fr: best.french + " Un score ne décide de rien.")
    }

    private func lines(_ match: CandidateMatch) -> [PaneLine] {
        let unnamed = Phrase(en: "Anonymous candidate", fr: "Candidat anonyme")[language]
        let reasons = match.contributions.map {
            Reason(factor: $0.factor.title, share: $0.weight * $0.value, evidence: $0.evidence)
        }
        return lines(match.name ?? unnamed, match.title, match.score, reasons, match.missing)
    }

    private func lines(_ match: JobMatch) -> [PaneLine] {
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
}
