/// What forms were last confirmed with, so that an action can be repeated for another selection.
struct FormMemory: Sendable {
    struct Value: Sendable {
        let name: String
        let value: String
        let label: String?
    }

    private var byForm: [String: [Value]] = [:]
    /// Whether the next form is filled with what it had before.
    var fillsNext = false

    mutating func remember(_ values: [Value], of form: String) { byForm[form] = values }

    /// Fills a form with what it was last confirmed with and goes to its button, if that was asked for.
    mutating func fill(_ form: inout Form) {
        guard fillsNext else { return }
        fillsNext = false
        guard let values = byForm[form.id] else { return }
        for value in values {
            guard let index = form.fields.firstIndex(where: { $0.name == value.name }) else { continue }
            form.fields[index].value = value.value
            form.fields[index].valueLabel = value.label
        }
        form.cursor = form.fields.count
    }
}
