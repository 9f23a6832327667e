extension Layer {
    /// A press of the mouse on a part of the layer. Outside of it nothing happens, so that no typing is lost.
    mutating func click(_ target: Target) -> LayerReaction {
        switch (self, target) {
        case (.choice(let choice), .item(let index)): return choice.choose(index)
        case (.confirmation(var confirmation), .submit): return confirmation.perform(Invocation(.dialogConfirm))
        case (.form(var form), .field(let index)):
            defer { self = .form(form) }
            // A second press on a field that is no text opens or switches it.
            if form.cursor == index, !form.isOnButton, !form.fields[index].isTyped {
                return form.perform(Invocation(.dialogChoose))
            }
            form.go(to: index)
            return .consumed()
        case (.form(var form), .submit):
            defer { self = .form(form) }
            return form.confirm()
        case (.picker(let picker), .item(let index)): return picker.choose(index)
        case (.palette(let palette), .item(let index)): return palette.choose(index)
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
        case .picker(var picker):
            let works = picker.edit(text)
            layers[top] = .picker(picker)
            return works
        case .help(var page):
            page.edit(text)
            layers[top] = .help(page)
        case .palette(var palette):
            palette.edit(text)
            layers[top] = .palette(palette)
        case .choice, .confirmation: break
        }
        return []
    }
}
