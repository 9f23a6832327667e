import Domain
import Terminal
import Workstation

/// A digit whose screen is shown while the digit may still be a count.
struct UndecidedDigit {
    let call: ActionCall
    let visit: Visit
}

extension Workbench {
    /// Takes a key. A digit that names a screen goes there at once, and the screen is left again when a key follows
    /// that takes the digit as its count.
    func press(_ key: Key) {
        if let undecided, !workstation.isVisiting(undecided.visit) { decide() }
        let contexts = keyContexts
        if contexts != lastContexts { sequencer.clear() }
        lastContexts = contexts
        let outcomes = sequencer.press(key, in: contexts.map(\.rawValue), of: keymap, at: screen.now)
        for outcome in outcomes { take(outcome) }
        if undecided == nil, let call = sequencer.undecided {
            visit(call)
        } else if !sequencer.pending.isEmpty, sequencer.undecided == nil {
            leaveVisit()
        }
        lastContexts = keyContexts
    }

    /// Where the keys are: for what follows an undecided digit, where the digit was pressed.
    private var keyContexts: [KeyContext] { undecided?.visit.contexts ?? workstation.contexts }

    private func visit(_ call: ActionCall) {
        guard let action = ActionName(rawValue: call.action), let going = workstation.visit(by: action) else { return }
        undecided = UndecidedDigit(call: call, visit: going.visit)
        submit(going.works)
    }

    /// The digit is a count.
    private func leaveVisit() {
        guard let undecided else { return }
        self.undecided = nil
        submit(workstation.takeBack(undecided.visit))
    }

    /// The digit was a screen: something else was done than pressing a key that it could count.
    func decide() {
        guard undecided != nil else { return }
        undecided = nil
        sequencer.clear()
    }

    func take(_ outcome: KeySequencer.Outcome) {
        switch outcome {
        case .action(let call):
            if call == undecided?.call {
                undecided = nil
                return
            }
            leaveVisit()
            if let character = pressedLetter(call), let works = workstation.press(character) { return submit(works) }
            perform(call)
        case .unbound(let keys):
            leaveVisit()
            guard keys.count == 1, let key = keys.first else { return }
            if let active = workstation.activeText {
                if let changed = editors.type(key, into: active) { submit(workstation.edit(changed)) }
            } else if let character = key.typed, let works = workstation.press(character) {
                submit(works)
            }
        case .again(let key): press(key)
        case .cancelled: leaveVisit()
        }
    }

    /// A text that was pasted and did not fit ends somewhere: that is said, since it may be out of sight.
    func tellIfCut(_ pasted: String, _ active: ActiveText, _ changed: String) {
        guard changed.count >= active.limit, changed.count - active.value.count < pasted.count else { return }
        let limit = NumberWords.count(active.limit, workstation.language)
        workstation.tell(
            error: workstation.say(
                Phrase(
                    en: "The pasted text was cut: no more than \(limit) characters fit here.",
                    fr: "Le texte collé a été coupé : \(limit) caractères au plus tiennent ici.")))
    }

    /// The letter of a choice wins over what the keymap binds it to in a dialog.
    private func pressedLetter(_ call: ActionCall) -> Character? {
        guard case .choice = workstation.layers.last else { return nil }
        return keymap.bindings(for: call.action, in: workstation.contexts.map(\.rawValue)).first?.keys.first?.typed
    }

    private func perform(_ call: ActionCall) {
        if let command = TextCommand(action: call.action) {
            guard let active = workstation.activeText else { return }
            if let changed = editors.apply(command, to: active) { return submit(workstation.edit(changed)) }
            // At the first or last row of a text, up and down go to the field above or below.
            if command == .up { submit(workstation.perform(Invocation(.formPrevious))) }
            if command == .down { submit(workstation.perform(Invocation(.formNext))) }
            return
        }
        guard let name = ActionName(rawValue: call.action) else { return }
        submit(workstation.perform(Invocation(name, count: call.count, arguments: call.arguments)))
    }
}
