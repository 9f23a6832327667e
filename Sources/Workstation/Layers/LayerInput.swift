extension Layer {
    /// A press of the mouse on a part of the layer. Outside of it nothing happens, so that no typing is lost.
    mutating func click(_ target: Target) -> LayerReaction {
        switch (self, target) {
        case (.choice(let choice), .item(let index)): return choice.choose(index)
        case (.confirmation(var confirmation), .submit): return confirmation.perform(Invocation(.dialogConfirm))
        case (.form(var form), .field(let index)):
            form.cursor = min(index, form.fields.count)
            self = .form(form)
            return .consumed()
        case (.form(var form), .submit):
            defer { self = .form(form) }
            return form.confirm()
        case (.palette(var palette), .item(let index)):
            defer { self = .palette(palette) }
            return palette.choose(index)
        default: return .consumed()
        }
    }
}

extension Workstation {
    /// Takes what was typed or pasted into the text that has the terminal's cursor (`activeText`).
    public mutating func edit(_ text: String) -> [Work] {
        guard let top = layers.indices.last else { return [] }
        switch layers[top] {
        case .filter(var prompt):
            prompt.text = text
            layers[top] = .filter(prompt)
            return prompt.apply(text)(&self)
        case .form(var form):
            form.edit(text)
            layers[top] = .form(form)
        case .palette(var palette):
            palette.edit(text)
            layers[top] = .palette(palette)
        case .choice, .confirmation, .help: break
        }
        return []
    }
}
