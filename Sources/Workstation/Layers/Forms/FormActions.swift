import Domain
import Engine

extension Form {
    /// On a text the keys of texts come first; on the button those of dialogs, so that `y` confirms.
    var contexts: [KeyContext] {
        if isOnButton { return [.dialog, .form] }
        return activeText == nil ? [.form] : [.text, .form]
    }

    var activeText: ActiveText? {
        guard fields.indices.contains(cursor), !isBusy else { return nil }
        let field = fields[cursor]
        let id = "\(self.id).\(field.name)"
        switch field.kind {
        case .text(let limit): return ActiveText(id: id, value: field.value, limit: limit)
        case .longText(let limit): return ActiveText(id: id, value: field.value, isMultiline: true, limit: limit)
        case .secret(let limit): return ActiveText(id: id, value: field.value, limit: limit, isSecret: true)
        case .date, .dateAndTime, .number, .money: return ActiveText(id: id, value: field.value, limit: 40)
        case .choice, .lookup, .toggle: return nil
        }
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .formNext, .textAccept: go(to: cursor + 1)
        case .formPrevious: go(to: cursor - 1)
        case .moveDown where isOnButton, .moveUp where isOnButton: go(to: fields.count - 1)
        case .pageDown: go(to: cursor + 5)
        case .pageUp: go(to: cursor - 5)
        case .dialogNext: turn(by: 1)
        case .dialogPrevious: turn(by: -1)
        case .dialogChoose: return choose()
        case .dialogConfirm where isOnButton, .formSubmit: return confirm()
        case .editExternal: return editOutside()
        case .cancel, .close: return leave(for: .close())
        case .quit: return leave(for: .apply { $0.quitWithoutForms() })
        default: return .ignored
        }
        return .consumed()
    }

    /// A character that no binding takes: Space opens or switches, a letter goes to the next option that begins so.
    mutating func press(_ character: Character) -> LayerReaction {
        guard fields.indices.contains(cursor), !isBusy else { return .ignored }
        let field = fields[cursor]
        switch field.kind {
        case .toggle where character == " ", .choice where character == " ": return choose()
        case .choice(let options):
            let letter = Folding.key(String(character))
            let start = options.firstIndex { $0.value == field.value } ?? -1
            let order = (1...max(1, options.count)).map { (start + $0 + options.count) % max(1, options.count) }
            if let found = order.first(where: { Folding.key(options[$0].label).hasPrefix(letter) }), !letter.isEmpty {
                edit(options[found].value)
            }
            return .consumed()
        case .lookup: return openPicker(typed: character == " " ? "" : String(character))
        default: return .ignored
        }
    }

    mutating func go(to field: Int) {
        settle(cursor)
        cursor = min(max(field, 0), fields.count)
    }

    /// The next or previous option of a choice.
    private mutating func turn(by step: Int) {
        if isOnButton {
            go(to: cursor + step)
            return
        }
        let field = fields[cursor]
        switch field.kind {
        case .choice(let options) where !options.isEmpty:
            let index = options.firstIndex { $0.value == field.value } ?? (step > 0 ? -1 : 0)
            edit(options[(index + step + options.count) % options.count].value)
        case .toggle: edit(field.value == "true" ? "false" : "true")
        default: break
        }
    }

    /// Enter: opens a list, switches a toggle, presses a harmless button, and else goes on to the next field.
    private mutating func choose() -> LayerReaction {
        if isOnButton { return isDestructive ? .consumed() : confirm() }
        switch fields[cursor].kind {
        case .choice, .lookup: return openPicker(typed: "")
        case .toggle: turn(by: 1)
        default: go(to: cursor + 1)
        }
        return .consumed()
    }

    private func openPicker(typed: String) -> LayerReaction {
        let field = fields[cursor]
        let (form, index) = (id, cursor)
        let choose: @Sendable (Picker.Option) -> Effect = { option in
            { workstation in
                workstation.changeForm(form) { $0.take(option, at: index) }
                return []
            }
        }
        switch field.kind {
        case .choice(let options):
            let picker = Picker(
                id: "\(form)-\(field.name)", title: field.label,
                options: options.map { Picker.Option(value: $0.value, label: $0.label) }, chosen: field.value,
                onChoice: choose)
            return .apply { workstation in
                workstation.push(.picker(picker))
                return []
            }
        case .lookup(let lookup):
            var picker = Picker(id: "\(form)-\(field.name)", title: field.label, lookup: lookup, onChoice: choose)
            let works = picker.edit(typed)
            let ready = picker
            return .apply { workstation in
                workstation.push(.picker(ready))
                return works
            }
        default: return .consumed()
        }
    }

    private mutating func take(_ option: Picker.Option, at index: Int) {
        guard fields.indices.contains(index) else { return }
        fields[index].value = option.value
        fields[index].valueLabel = option.label
        fields[index].error = nil
        go(to: index + 1)
    }

    /// Takes what was typed into the field with the cursor.
    mutating func edit(_ text: String) {
        guard fields.indices.contains(cursor) else { return }
        fields[cursor].value = text
        fields[cursor].error = nil
    }

    mutating func confirm() -> LayerReaction {
        guard !isBusy else { return .consumed() }
        switch checkedValues().flatMap(submit) {
        case .success(let work):
            isBusy = true
            problem = nil
            let (id, values) = (
                id, fields.map { FormMemory.Value(name: $0.name, value: $0.value, label: $0.valueLabel) }
            )
            return .apply { workstation in
                workstation.formMemory.remember(values, of: id)
                return [work]
            }
        case .failure(let fault):
            show(fault.messages)
            return .consumed()
        }
    }

    /// Shows what is wrong under its fields, and goes to the first of them.
    mutating func show(_ messages: [String: String]) {
        var rest = messages
        for index in fields.indices {
            let mine = messages.filter { fields[index].covers($0.key) }.sorted { $0.key < $1.key }
            for message in mine { rest[message.key] = nil }
            fields[index].error = mine.first.map { message in
                let inner = message.key.dropFirst(fields[index].name.count)
                return inner.isEmpty ? message.value : "\(message.key): \(message.value)"
            }
        }
        if let first = fields.firstIndex(where: { $0.error != nil }) { cursor = first }
        let others = rest.map { $0.key.isEmpty ? $0.value : "\($0.key): \($0.value)" }.sorted()
        problem = others.isEmpty ? nil : others.joined(separator: "; ")
    }
}
