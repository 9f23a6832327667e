import Terminal
import Workstation

/// The cursors and scroll places of the texts that are being typed, by the names of their fields.
final class Editors {
    private enum Editor {
        case line(TextField)
        case area(TextArea)

        var text: String {
            switch self {
            case .line(let field): field.text
            case .area(let area): area.text
            }
        }
    }

    private var editors: [String: Editor] = [:]

    /// The editor of a text, with the model's value where that is another one than was typed here.
    private func editor(_ active: ActiveText) -> Editor {
        if let editor = editors[active.id], editor.text == active.value { return editor }
        return active.isMultiline
            ? .area(TextArea(active.value, limit: active.limit)) : .line(TextField(active.value, limit: active.limit))
    }

    /// Types a key; the new text, or nil when the key types nothing.
    func type(_ key: Key, into active: ActiveText) -> String? {
        change(active) { editor in
            switch editor {
            case .line(var field):
                guard field.type(key) else { return nil }
                return .line(field)
            case .area(var area):
                guard area.type(key) else { return nil }
                return .area(area)
            }
        }
    }

    func paste(_ text: String, into active: ActiveText) -> String? {
        change(active) { editor in
            switch editor {
            case .line(var field):
                field.paste(text)
                return .line(field)
            case .area(var area):
                area.paste(text)
                return .area(area)
            }
        }
    }

    /// Carries out an editing command; nil when it means nothing there, such as up on the first row.
    func apply(_ command: TextCommand, to active: ActiveText) -> String? {
        change(active) { editor in
            switch editor {
            case .line(var field):
                guard field.apply(command) else { return nil }
                return .line(field)
            case .area(var area):
                guard area.apply(command) else { return nil }
                return .area(area)
            }
        }
    }

    private func change(_ active: ActiveText, _ change: (Editor) -> Editor?) -> String? {
        guard let changed = change(editor(active)) else { return nil }
        editors[active.id] = changed
        return changed.text
    }

    /// Draws a text; answers where the terminal's cursor belongs on the canvas.
    func draw(_ active: ActiveText, on canvas: Canvas, placeholder: String) -> Point {
        if active.isSecret {
            var dots = TextField(String(repeating: "•", count: active.value.count), limit: active.limit)
            return dots.draw(on: canvas, style: .formFieldActive, placeholder: placeholder)
        }
        var point = Point.zero
        switch editor(active) {
        case .line(var field):
            point = field.draw(on: canvas, style: .formFieldActive, placeholder: placeholder)
            editors[active.id] = .line(field)
        case .area(var area):
            point = area.draw(on: canvas, style: .formFieldActive)
            editors[active.id] = .area(area)
        }
        return point
    }

    /// Forgets the texts that are not being typed any more.
    func keep(_ active: ActiveText?) {
        guard let active else {
            editors = [:]
            return
        }
        let form = active.id.prefix { $0 != "." }
        editors = editors.filter { $0.key.hasPrefix(form) }
    }
}
