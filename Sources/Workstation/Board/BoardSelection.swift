import Domain
import Engine

/// What is selected on the board: always cards that are where they were selected, and no others.
extension Board {
    /// Keeps the cards that are selected, for when they are out of memory, and lets the others go.
    mutating func rememberSelected() {
        for column in columns {
            for card in column.list.inMemory where column.list.isSelected(card) { remembered[card.id] = card }
        }
        remembered = remembered.filter { isSelected($0.key) }
    }

    /// Keeps cards that are selected without being shown.
    mutating func remember(_ cards: some Sequence<ApplicationCard>) {
        for card in cards { remembered[card.id] = card }
    }

    private func isSelected(_ id: Application.ID) -> Bool { columns.contains { $0.list.selected.contains(id) } }

    /// Takes cards out of the selection, wherever they are.
    mutating func deselect(_ ids: some Sequence<Application.ID>) {
        for id in ids {
            for index in columns.indices { columns[index].list.deselect(id) }
            remembered[id] = nil
        }
    }

    mutating func clearSelection() {
        for index in columns.indices { columns[index].list.clearSelection() }
        remembered = [:]
    }

    /// Asks where the selected cards of a stage are that a reading of it no longer showed, and takes those that left
    /// it out of the selection: an action must not go to a card that nobody sees there. They may also be further on
    /// than what was read.
    mutating func checkSelection(of index: Int) -> Work? {
        let doubtful = columns[index].list.takeUnconfirmed()
        guard !doubtful.isEmpty else { return nil }
        let status = columns[index].status
        let isWhole = columns[index].list.isWhole
        // Not in the way of what the screen waits for; it is there before the next key.
        return .ahead(Work.Slot("board.selection.\(status.rawValue)")) { session in
            let gone = isWhole ? doubtful : session.left(status, among: doubtful)
            return { $0.dropFromSelection(gone, of: index) }
        }
    }
}

extension EngineSession {
    /// Which of the applications are not in a stage any more, or not to be seen.
    fileprivate func left(_ status: Application.Status, among ids: Set<Application.ID>) -> Set<Application.ID> {
        let gone = try? read { reading in
            ids.filter { id in
                switch reading.attempt(GetApplication(applicationID: id)) {
                case .success(let view): view.status != status
                case .failure(let problem): problem.kind == .notFound
                }
            }
        }
        return gone ?? []
    }
}

extension Workstation {
    /// Says which cards somebody else moved out of the selection.
    fileprivate mutating func dropFromSelection(_ ids: Set<Application.ID>, of index: Int) -> [Work] {
        let gone = ids.intersection(board.columns[index].list.selected)
        guard let first = gone.min() else { return [] }
        let stage = board.columns[index].status.title
        let name = board.remembered[first]?.candidateName
        board.deselect(gone)
        if gone.count == 1, let name {
            tell(
                Phrase(
                    en: "\(name) is no longer in \(stage.english): not selected any more.",
                    fr: "\(name) n’est plus à l’étape « \(stage.french) » : désélection."))
        } else {
            tell(
                Phrase(
                    en: "\(gone.count) are no longer in \(stage.english): not selected any more.",
                    fr: "\(gone.count) ne sont plus à l’étape « \(stage.french) » : désélection."))
        }
        return []
    }
}
