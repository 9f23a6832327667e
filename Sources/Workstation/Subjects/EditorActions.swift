import Domain

extension Workstation {
    /// Writes the text of what is selected in the person's own editor: the form of it is opened, its text goes to the
    /// editor and comes back into the form, where it is confirmed like everything else. Nil for other actions; a
    /// conversation has its own way.
    mutating func performInEditor(_ invocation: Invocation) -> [Work]? {
        guard invocation.action == .editExternal, place != .conversations else { return nil }
        opensEditorNext = true
        let works = carryOut(Invocation(place == .pipeline ? .noteAdd : .editForm))
        // Repeating it opens the editor again, not the form alone.
        lastChange = invocation
        return works
    }

    /// Opens the first long text of the form that was just shown, if that was asked for.
    mutating func openEditorIfAsked() {
        guard opensEditorNext, case .form(var form)? = layers.last else { return }
        opensEditorNext = false
        let isLong: (FormField) -> Bool = { if case .longText = $0.kind { true } else { false } }
        guard let index = form.fields.firstIndex(where: isLong) else { return }
        form.go(to: index)
        layers[layers.count - 1] = .form(form)
        // It only asks the host; the editor's text is taken up when the host has it.
        if case .apply(let effect) = form.editOutside() { _ = effect(&self) }
    }
}
