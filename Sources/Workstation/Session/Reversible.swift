import Domain
import Engine

/// Something done by one operation and taken back by another: each is made of the other's answer, so that versions and
/// identifiers are always the last ones.
struct Reversible<Doing: RouteOperation, Undoing: RouteOperation>: Sendable {
    /// What it was, as undo says it.
    let label: Phrase
    let doAgain: @Sendable (Undoing.Answer) -> Doing
    let takeBack: @Sendable (Doing.Answer) -> Undoing
    /// Shows what came of either.
    let refresh: Effect

    /// The entry of the journal once it was done.
    func done(_ answer: Doing.Answer) -> Journal.Entry {
        let label = label
        let refresh = refresh
        return Journal.Entry(label: label) { workstation in
            [
                .write(takeBack(workstation.withLastVersion(answer))) { workstation, undone in
                    workstation.noteVersion(of: undone)
                    workstation.journal.settleUndo(self.undone(undone))
                    workstation.tell(
                        Phrase(en: "Undone: \(label.english)", fr: "Annulé : \(label.french)"), level: .done)
                    return refresh(&workstation)
                }
            ]
        } redo: { _ in
            []
        }
    }

    /// The entry once it was taken back.
    private func undone(_ answer: Undoing.Answer) -> Journal.Entry {
        let label = label
        let refresh = refresh
        return Journal.Entry(label: label) { _ in
            []
        } redo: { workstation in
            [
                .write(doAgain(workstation.withLastVersion(answer))) { workstation, done in
                    workstation.noteVersion(of: done)
                    workstation.journal.record(self.done(done), isRedo: true)
                    workstation.tell(label, level: .done)
                    return refresh(&workstation)
                }
            ]
        }
    }
}

extension Workstation {
    /// Tells that something was done and remembers how to take it back.
    mutating func settle<Doing, Undoing>(
        _ reversible: Reversible<Doing, Undoing>, _ answer: Doing.Answer
    ) -> [Work] {
        noteVersion(of: answer)
        journal.record(reversible.done(answer))
        tell(reversible.label, level: .done)
        return reversible.refresh(&self)
    }
}
