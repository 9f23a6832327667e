import Domain
import Engine

/// Moving cards about before the engine has answered.
extension Board {
    /// Where a card was before it was moved.
    struct Displaced: Sendable {
        let id: Application.ID
        let column: Int
        /// The card and its row, where it was in memory.
        let seen: (card: ApplicationCard, row: Int)?
        let wasSelected: Bool
    }

    /// Shows a card in another stage at once, and takes it out of the selection. Answers where it was, to put it back;
    /// nil where the board does not know it.
    mutating func transfer(_ id: Application.ID, to status: Application.Status, at now: Instant) -> Displaced? {
        guard let (column, card) = find(id), let row = columns[column].list.index(of: id) else {
            return deselectUnseen(id)
        }
        let wasSelected = columns[column].list.selected.contains(id)
        columns[column].list.endRange()
        columns[column].list.remove(id)
        columns[column].list.deselect(id)
        pending.insert(id)
        if let target = columns.firstIndex(where: { $0.status == status }) {
            var moved = card
            moved.status = status
            moved.statusEnteredAt = now
            moved.position = now.milliseconds
            columns[target].list.insertFirst(moved)
        }
        return Displaced(id: id, column: column, seen: (card, row), wasSelected: wasSelected)
    }

    /// A selected card that is out of memory leaves no row behind, but it must not stay selected.
    private mutating func deselectUnseen(_ id: Application.ID) -> Displaced? {
        guard let column = columns.firstIndex(where: { $0.list.selected.contains(id) }) else { return nil }
        columns[column].list.endRange()
        columns[column].list.deselect(id)
        return Displaced(id: id, column: column, seen: nil, wasSelected: true)
    }

    /// Puts a card back where it was, because the engine refused.
    mutating func putBack(_ displaced: Displaced) {
        pending.remove(displaced.id)
        if let (card, row) = displaced.seen {
            for index in columns.indices { columns[index].list.remove(displaced.id) }
            columns[displaced.column].list.insert(card, at: row)
            columns[displaced.column].list.move(to: row)
        }
        if displaced.wasSelected { columns[displaced.column].list.select([displaced.id]) }
    }

    /// Takes what the engine made of a card.
    mutating func settle(_ view: ApplicationView) {
        pending.remove(view.id)
        guard let (column, card) = find(view.id), columns[column].status == view.status else { return }
        var settled = card
        settled.statusEnteredAt = view.statusEnteredAt
        settled.onHold = view.onHold
        settled.position = view.position ?? card.position
        settled.version = view.version
        columns[column].list.replace(settled)
    }
}
