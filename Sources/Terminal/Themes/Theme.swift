/// What every scope looks like. A theme is never refused: what it lacks comes from the theme that it inherits from,
/// then from the terminal's own colours.
public struct Theme: Hashable, Sendable {
    public enum Appearance: String, Sendable {
        case dark, light
    }

    public var name: String
    public var appearance: Appearance
    public var palette: [String: Color]
    public var scopes: [String: Look]

    public init(
        name: String, appearance: Appearance = .dark, palette: [String: Color] = [:], scopes: [String: Look] = [:]
    ) {
        self.name = name
        self.appearance = appearance
        self.palette = palette
        self.scopes = scopes
    }

    /// The terminal's own colours and reversed selections: what is left when nothing can be read.
    public static let bare = Theme(
        name: "bare",
        scopes: [
            "selection": Look(attributes: .reverse), "text.strong": Look(attributes: .bold),
            "tab.active": Look(attributes: .reverse), "table.head": Look(attributes: .bold),
            "form.field.active": Look(attributes: .underline), "palette.match": Look(attributes: .underline),
            "search.match": Look(attributes: .reverse), "menu.cursor": Look(attributes: .reverse),
        ])

    /// The look of a scope with all that it inherits: `card.name` from `card`, from `text`.
    public func look(_ scope: String) -> Look {
        var chain: [Look] = []
        var name = Substring(scope)
        while true {
            if let look = scopes[String(name)] { chain.append(look) }
            guard let dot = name.lastIndex(of: ".") else { break }
            name = name[..<dot]
        }
        if name != "text", let text = scopes["text"] {
            chain.append(Look(foreground: text.foreground, background: text.background, ansi16: text.ansi16))
        }
        return chain.reversed().reduce(Look()) { $1.over($0) }
    }

    /// The look of a style on a terminal with so many colours.
    public func pen(_ style: Style, depth: ColorDepth) -> Pen {
        let look = look(style.name)
        switch depth {
        case .mono:
            let marks: Attributes = look.background != ground && look.background != nil ? .reverse : []
            return Pen(attributes: look.mono ?? look.attributes ?? marks)
        case .ansi16:
            if let own = look.ansi16 {
                return Pen(
                    foreground: ink(own.foreground, depth), background: ink(own.background, depth),
                    attributes: own.attributes ?? look.attributes ?? [])
            }
            // The ground stays the terminal's: sixteen colours hold nothing near to most grounds.
            let background = look.background == ground ? .terminal : ink(look.background, depth)
            return Pen(
                foreground: ink(look.foreground, depth), background: background, attributes: look.attributes ?? [])
        case .palette256, .trueColor:
            return Pen(
                foreground: ink(look.foreground, depth), background: ink(look.background, depth),
                attributes: look.attributes ?? [])
        }
    }

    /// The background of plain text.
    public var ground: Color? { scopes["text"]?.background }

    private func ink(_ color: Color?, _ depth: ColorDepth) -> Pen.Ink {
        color.map { Quantiser.ink($0, depth: depth) } ?? .terminal
    }
}
