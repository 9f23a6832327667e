import Domain
import Engine

extension ProfileComposer {
    /// The open jobs that go best with the candidate, and why.
    var matches: [PaneLine] {
        switch matching {
        case nil: return [.text(say("Comparing with the open jobs …", "Comparaison avec les offres ouvertes…"), .dim)]
        case .failure(let problem): return [.text(problem.sentence(in: language), .attention)]
        case .success(let found):
            guard !found.data.isEmpty else {
                return [.text(say("No open job to compare with.", "Aucune offre ouverte à comparer."), .dim)]
            }
            let words = MatchLines(language: language)
            return found.data.flatMap(words.lines) + [words.foot(shown: found.data.count, considered: found.considered)]
        }
    }
}
