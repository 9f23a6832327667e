import Domain
import Engine

extension Workstation {
    var jobFilterPrompt: FilterPrompt {
        FilterPrompt(
            text: jobs.filter.text,
            placeholder: Phrase(
                en: "words, \"a phrase\", title:nurse, NOT", fr: "mots, \"une expression\", titre:infirmier, NOT")
        ) { text in
            { workstation in
                var filter = workstation.jobs.filter
                filter.text = text
                return workstation.jobs.setFilter(filter)
            }
        }
    }

    /// The views that the table has by itself.
    var jobViews: Choice {
        func view(
            _ label: Phrase, _ letter: Character, _ change: @escaping @Sendable (inout JobFilter) -> Void
        ) -> Choice.Item {
            Choice.Item(say(label), letter: letter) { workstation in
                var filter = JobFilter()
                filter.text = workstation.jobs.filter.text
                filter.sortBy = workstation.jobs.filter.sortBy
                filter.isDescending = workstation.jobs.filter.isDescending
                change(&filter)
                return workstation.jobs.setFilter(filter)
            }
        }
        var items = [view(Phrase(en: "All jobs", fr: "Toutes les offres"), "a") { _ in }]
        if person.role == .candidate { return Choice(title: say(Phrase(en: "Views", fr: "Vues")), items: items) }
        if let id = person.consultantID {
            items.append(view(Phrase(en: "My jobs", fr: "Mes offres"), "m") { $0.owner = id })
        }
        if let id = person.companyID {
            items.append(view(Phrase(en: "Our jobs", fr: "Nos offres"), "m") { $0.company = id })
        }
        let letters: [(Job.Status, Character)] = [
            (.open, "o"), (.draft, "d"), (.onHold, "w"), (.filled, "f"), (.closed, "c"), (.cancelled, "x"),
        ]
        for (status, letter) in letters { items.append(view(status.title, letter) { $0.status = status }) }
        return Choice(title: say(Phrase(en: "Views", fr: "Vues")), items: items)
    }

    var jobOrders: Choice {
        func order(
            _ english: String, _ french: String, _ letter: Character, _ field: ListJobs.SortField, descending: Bool
        ) -> Choice.Item {
            Choice.Item(say(Phrase(en: english, fr: french)), letter: letter) { workstation in
                var filter = workstation.jobs.filter
                filter.sortBy = field
                filter.isDescending = descending
                return workstation.jobs.setFilter(filter)
            }
        }
        let items = [
            order("Newest first", "Plus récentes d’abord", "n", .createdAt, descending: true),
            order("Oldest first", "Plus anciennes d’abord", "o", .createdAt, descending: false),
            order("Title, A to Z", "Intitulé, de A à Z", "a", .title, descending: false),
            order("Title, Z to A", "Intitulé, de Z à A", "z", .title, descending: true),
        ]
        let filter = jobs.filter
        let cursor = filter.sortBy == .title ? (filter.isDescending ? 3 : 2) : (filter.isDescending ? 0 : 1)
        return Choice(title: say(Phrase(en: "Order", fr: "Ordre")), items: items, cursor: cursor)
    }

    /// The columns to choose from; choosing one shows or hides it, and the list stays.
    func jobColumns(cursor: Int) -> Choice {
        let items = JobColumn.allCases.enumerated().map { place, column in
            let isShown = jobs.columns.contains(column)
            let reason = column == .title ? say(Phrase(en: "always shown", fr: "toujours affichée")) : nil
            return Choice.Item((isShown ? "✓ " : "  ") + say(column.title), disabledReason: reason) { workstation in
                let shown = workstation.jobs.columns
                workstation.jobs.columns = JobColumn.allCases.filter {
                    $0 == column ? !isShown : shown.contains($0)
                }
                workstation.request(.keepState)
                workstation.push(.choice(workstation.jobColumns(cursor: place)))
                return []
            }
        }
        return Choice(title: say(Phrase(en: "Columns", fr: "Colonnes")), items: items, cursor: cursor)
    }
}
