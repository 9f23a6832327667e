import Domain
import Engine

extension Form {
    /// Leaves, after a question where something typed would be lost.
    func leave(for reaction: LayerReaction) -> LayerReaction {
        guard isChanged, !isBusy else { return reaction }
        let question = Confirmation(
            title: rules.say(Phrase(en: "Give up what you typed?", fr: "Abandonner votre saisie ?")),
            consequence: rules.say(
                Phrase(
                    en: "“\(title)” has not been saved.", fr: "« \(title) » n’a pas été enregistré.")),
            confirmLabel: rules.say(Phrase(en: "Give up", fr: "Abandonner"))
        ) { workstation in
            guard case .apply(let effect) = reaction else { return workstation.settle(reaction) }
            return effect(&workstation)
        }
        return .apply { workstation in
            workstation.push(.confirmation(question))
            return []
        }
    }

    /// Opens the text with the cursor in the person's own editor.
    func editOutside() -> LayerReaction {
        guard fields.indices.contains(cursor) else { return .consumed() }
        let suffix: String
        switch fields[cursor].kind {
        case .longText: suffix = ".md"
        case .text: suffix = ".txt"
        default: return .consumed()
        }
        let (id, index, text) = (id, cursor, fields[cursor].value)
        return .apply { workstation in
            workstation.request(
                .edit(text: text, suffix: suffix) { saved in
                    { workstation in
                        if let saved { workstation.changeForm(id) { $0.take(saved, at: index) } }
                        return []
                    }
                })
            return []
        }
    }

    private mutating func take(_ text: String, at index: Int) {
        guard fields.indices.contains(index) else { return }
        cursor = index
        var text = text
        // An editor ends the last line; a form does not.
        while text.last?.isNewline ?? false { text.removeLast() }
        if case .text = fields[index].kind { text = String(text.map { $0.isNewline ? " " : $0 }) }
        edit(text)
    }
}

extension Workstation {
    /// Changes a form, wherever it lies among the layers.
    mutating func changeForm(_ id: String, _ change: (inout Form) -> Void) {
        for index in layers.indices.reversed() {
            guard case .form(var form) = layers[index], form.id == id else { continue }
            change(&form)
            layers[index] = .form(form)
            return
        }
    }

    /// Closes a form whose work is done.
    mutating func finishForm(_ id: String) {
        layers.removeAll { if case .form(let form) = $0 { form.id == id } else { false } }
    }

    /// Shows in a form why the engine refused it.
    @discardableResult
    mutating func showInForm(_ id: String, _ problem: Problem) -> [Work] {
        let language = language
        guard layers.contains(where: { if case .form(let form) = $0 { form.id == id } else { false } }) else {
            return tell(problem)
        }
        changeForm(id) { form in
            form.isBusy = false
            form.show(
                Dictionary(problem.errors.map { ($0.field, FieldMessages.text($0, language)) }) { first, _ in first })
            if problem.errors.isEmpty { form.problem = problem.detail[language] }
        }
        if problem.kind == .unauthenticated { endSession() }
        return []
    }

    /// Quits although a form is open: its question has been answered.
    mutating func quitWithoutForms() -> [Work] {
        request(.quit)
        return []
    }
}
