import Domain

extension Workstation {
    /// The views of the board: those that it has by itself, the person's own, and keeping the present one.
    var boardViews: Choice {
        var items = [view(Phrase(en: "All applications", fr: "Toutes les candidatures"), "a", BoardFilter())]
        if let id = person.consultantID {
            var mine = BoardFilter()
            mine.consultant = BoardFilter.Named(id: id, name: person.name)
            items.append(view(Phrase(en: "My jobs", fr: "Mes postes"), "m", mine))
        }
        if let card = board.currentCard {
            var job = BoardFilter()
            job.job = BoardFilter.Named(id: card.jobID, name: card.jobTitle)
            items.append(view(Phrase(en: "Only “\(card.jobTitle)”", fr: "Seulement « \(card.jobTitle) »"), "o", job))
        }
        for (days, letter) in [(7, "s"), (30, "t")] as [(Int, Character)] {
            var stuck = BoardFilter()
            stuck.stuckDays = days
            let title = Phrase(
                en: "More than \(days) days in a stage", fr: "Plus de \(days) jours dans une étape")
            items.append(view(title, letter, stuck))
        }
        items += savedViews.map { saved in Choice.Item(saved.name) { $0.board.setFilter(saved.filter) } }
        if !board.filter.isEmpty {
            items.append(
                Choice.Item(say(Phrase(en: "Save this view …", fr: "Enregistrer cette vue …")), letter: "+") {
                    $0.askForViewName()
                })
        }
        if !savedViews.isEmpty {
            items.append(
                Choice.Item(say(Phrase(en: "Remove a view …", fr: "Supprimer une vue …")), letter: "-") {
                    $0.chooseViewToRemove()
                })
        }
        return Choice(title: say(Phrase(en: "Views", fr: "Vues")), items: items)
    }

    private func view(_ title: Phrase, _ letter: Character, _ filter: BoardFilter) -> Choice.Item {
        Choice.Item(say(title), letter: letter) { $0.board.setFilter(filter) }
    }

    private mutating func askForViewName() -> [Work] {
        let missing = say(Phrase(en: "is needed", fr: "est nécessaire"))
        push(
            .form(
                Form(
                    id: "view", title: say(Phrase(en: "Save this view", fr: "Enregistrer cette vue")),
                    fields: [
                        FormField("name", say(Phrase(en: "Name", fr: "Nom")), .text(limit: 60), isRequired: true)
                    ], submitLabel: say(Phrase(en: "Save", fr: "Enregistrer"))
                ) { values in
                    guard let name = values["name"].flatMap(\.nonBlank) else {
                        return .failure(FormFault(["name": missing]))
                    }
                    return .success(
                        .closing("view") { workstation in
                            workstation.saveView(named: name)
                            return []
                        })
                }))
        return []
    }

    private mutating func chooseViewToRemove() -> [Work] {
        let items = savedViews.map { saved in
            Choice.Item(saved.name) { workstation in
                workstation.removeView(named: saved.name)
                return []
            }
        }
        push(.choice(Choice(title: say(Phrase(en: "Remove a view", fr: "Supprimer une vue")), items: items)))
        return []
    }
}
