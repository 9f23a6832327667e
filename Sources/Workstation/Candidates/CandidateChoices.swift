import Domain
import Engine

extension Workstation {
    var candidateFilterPrompt: FilterPrompt {
        FilterPrompt(
            text: candidates.filter.text,
            placeholder: Phrase(
                en: "words, \"a phrase\", skill:java, title:nurse, NOT",
                fr: "mots, \"une expression\", competence:java, titre:infirmier, NOT")
        ) { text in
            { workstation in
                var filter = workstation.candidates.filter
                filter.text = text
                return workstation.candidates.setFilter(filter)
            }
        }
    }

    /// The views that the table has by itself. Employers may not ask for what would tell of hidden fields.
    var candidateViews: Choice {
        func view(
            _ label: Phrase, _ letter: Character, _ change: @escaping @Sendable (inout CandidateFilter) -> Void
        ) -> Choice.Item {
            Choice.Item(say(label), letter: letter) { workstation in
                var filter = CandidateFilter()
                filter.text = workstation.candidates.filter.text
                filter.sortBy = workstation.candidates.filter.sortBy
                filter.isDescending = workstation.candidates.filter.isDescending
                change(&filter)
                return workstation.candidates.setFilter(filter)
            }
        }
        var items = [view(Phrase(en: "All candidates", fr: "Tous les candidats"), "a") { _ in }]
        if person.role != .employer {
            if let id = person.consultantID {
                items.append(view(Phrase(en: "My candidates", fr: "Mes candidats"), "m") { $0.owner = id })
            }
            let letters: [(Candidate.Status, Character)] = [(.active, "c"), (.passive, "p"), (.placed, "d")]
            for (status, letter) in letters { items.append(view(status.title, letter) { $0.status = status }) }
        }
        for (years, letter) in [(2, "2"), (5, "5"), (10, "t")] as [(Int, Character)] {
            let label = Phrase(en: "\(years)+ years of work", fr: "\(years) ans d’expérience et plus")
            items.append(view(label, letter) { $0.years = years })
        }
        return Choice(title: say(Phrase(en: "Views", fr: "Vues")), items: items)
    }

    var candidateOrders: Choice {
        func order(
            _ english: String, _ french: String, _ letter: Character, _ field: ListCandidates.SortField,
            descending: Bool, disabledReason: String? = nil
        ) -> Choice.Item {
            Choice.Item(say(Phrase(en: english, fr: french)), letter: letter, disabledReason: disabledReason) {
                workstation in
                var filter = workstation.candidates.filter
                filter.sortBy = field
                filter.isDescending = descending
                return workstation.candidates.setFilter(filter)
            }
        }
        let hidden =
            person.role == .employer
            ? say(
                Phrase(
                    en: "not for employers: some names are hidden",
                    fr: "pas pour les employeurs : des noms sont masqués"
                )) : nil
        let items = [
            order("Newest first", "Plus récents d’abord", "n", .createdAt, descending: true),
            order("Oldest first", "Plus anciens d’abord", "o", .createdAt, descending: false),
            order("Name, A to Z", "Nom, de A à Z", "a", .name, descending: false, disabledReason: hidden),
            order("Name, Z to A", "Nom, de Z à A", "z", .name, descending: true, disabledReason: hidden),
        ]
        let filter = candidates.filter
        let cursor = filter.sortBy == .name ? (filter.isDescending ? 3 : 2) : (filter.isDescending ? 0 : 1)
        return Choice(title: say(Phrase(en: "Order", fr: "Ordre")), items: items, cursor: cursor)
    }

    /// The columns to choose from; choosing one shows or hides it, and the list stays.
    func candidateColumns(cursor: Int) -> Choice {
        let items = CandidateColumn.allCases.enumerated().map { place, column in
            let isShown = candidates.columns.contains(column)
            let reason =
                column == .name ? say(Phrase(en: "always shown", fr: "toujours affichée")) : nil
            return Choice.Item((isShown ? "✓ " : "  ") + say(column.title), disabledReason: reason) { workstation in
                let shown = workstation.candidates.columns
                workstation.candidates.columns = CandidateColumn.allCases.filter {
                    $0 == column ? !isShown : shown.contains($0)
                }
                workstation.request(.keepState)
                workstation.push(.choice(workstation.candidateColumns(cursor: place)))
                return []
            }
        }
        return Choice(title: say(Phrase(en: "Columns", fr: "Colonnes")), items: items, cursor: cursor)
    }
}
