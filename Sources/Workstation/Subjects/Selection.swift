import Domain
import Engine

/// What an action is about where rows of a list are selected: they, and nothing else.
extension Workstation {
    /// The application that an action on one alone is about; where there is none, or more than one, it says so.
    mutating func oneSubject() -> Subject? {
        let subjects = subjects
        if subjects.count > 1 {
            tellOneAtATime(subjects.count)
            return nil
        }
        if subjects.isEmpty { _ = tellNothingSelected() }
        return subjects.first
    }

    mutating func tellNothingSelected() -> [Work] {
        if let reason = selectionOfPeople { return tell(error: reason) }
        tell(Phrase(en: "There is no application here.", fr: "Il n’y a pas de candidature ici."))
        return []
    }

    /// Why card actions have nothing where candidates are selected; nil where none is.
    var selectionOfPeople: String? {
        guard place == .candidates, candidates.isSelecting else { return nil }
        let count = candidates.list.selected.count
        return say(
            count == 1
                ? Phrase(
                    en: "Another candidate is selected: this is done to an application. Esc gives the selection up.",
                    fr: "Un autre candidat est sélectionné : ceci porte sur une candidature. Échap désélectionne.")
                : Phrase(
                    en:
                        "\(count) candidates are selected: this is done to one application. Esc gives the selection up.",
                    fr: "\(count) candidats sont sélectionnés : ceci porte sur une candidature. Échap désélectionne."))
    }

    /// Why nothing is done to the person whose profile is shown: somebody else is selected. Nil where nobody else is.
    var refusalOfShownProfile: String? {
        let isOther =
            switch place {
            case .pipeline: board.focus == .list && subjects.map(\.id) != board.currentCard.map { [$0.id] } ?? []
            case .candidates: candidates.isSelecting
            case .jobs, .conversations: false
            }
        guard isOther else { return nil }
        return say(
            Phrase(
                en: "The profile is not of whom you selected. Esc gives the selection up.",
                fr: "Ce profil n’est pas celui de la sélection. Échap désélectionne."))
    }

    /// Says that something is done to one row at a time, where several are selected.
    mutating func tellOneAtATime(_ count: Int) {
        tell(
            error: say(
                Phrase(
                    en: "\(count) are selected, and this is done to one at a time. Esc gives the selection up.",
                    fr: "\(count) lignes sélectionnées, mais ceci se fait une à la fois. Échap désélectionne.")))
    }
}
