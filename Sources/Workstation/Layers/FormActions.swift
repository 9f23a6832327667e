import Domain
import Engine

extension Form {
    var contexts: [KeyContext] { isOnText ? [.text, .form] : [.form] }

    public var isOnButton: Bool { cursor == fields.count }

    private var isOnText: Bool { activeText != nil }

    var activeText: ActiveText? {
        guard fields.indices.contains(cursor) else { return nil }
        let field = fields[cursor]
        let id = "\(self.id).\(field.name)"
        switch field.kind {
        case .text(let limit): return ActiveText(id: id, value: field.value, limit: limit)
        case .longText(let limit): return ActiveText(id: id, value: field.value, isMultiline: true, limit: limit)
        case .secret(let limit): return ActiveText(id: id, value: field.value, limit: limit, isSecret: true)
        case .date, .dateAndTime, .number: return ActiveText(id: id, value: field.value, limit: 40)
        case .choice, .toggle: return nil
        }
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .formNext, .textAccept: cursor = min(cursor + 1, fields.count)
        case .formPrevious: cursor = max(cursor - 1, 0)
        case .formSubmit: return confirm()
        case .cancel, .close: return .close()
        default: return .ignored
        }
        return .consumed()
    }

    /// Takes what was typed into the field with the cursor.
    mutating func edit(_ text: String) {
        guard fields.indices.contains(cursor) else { return }
        fields[cursor].value = text
        fields[cursor].error = nil
    }

    mutating func confirm() -> LayerReaction {
        guard !isBusy else { return .consumed() }
        var values: [String: String] = [:]
        for field in fields { values[field.name] = field.value }
        switch submit(values) {
        case .success(let work):
            isBusy = true
            return .consumed([work])
        case .failure(let fault):
            show(fault.messages)
            return .consumed()
        }
    }

    /// Shows what is wrong under its fields, and goes to the first of them.
    mutating func show(_ messages: [String: String]) {
        for index in fields.indices { fields[index].error = messages[fields[index].name] }
        if let first = fields.firstIndex(where: { $0.error != nil }) { cursor = first }
        let names = Set(fields.map(\.name))
        let others = messages.filter { !names.contains($0.key) }.map { "\($0.key): \($0.value)" }.sorted()
        problem = others.isEmpty ? nil : others.joined(separator: "; ")
    }
}

extension Workstation {
    /// The form on top, by its name, changed in place.
    private mutating func changeForm(_ id: String, _ change: (inout Form) -> Void) {
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
    mutating func showInForm(_ id: String, _ problem: Problem) {
        let language = language
        changeForm(id) { form in
            form.isBusy = false
            form.show(
                Dictionary(problem.errors.map { ($0.field, FieldMessages.text($0, language)) }) { first, _ in first })
            if problem.errors.isEmpty { form.problem = problem.detail[language] }
        }
    }
}
