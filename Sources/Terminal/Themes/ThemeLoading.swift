import JSON

extension Theme {
    /// Reads a theme. Whatever cannot be read is skipped and named; there is always a theme.
    ///
    /// - Parameters:
    ///   - json: the text of the file.
    ///   - source: what problems call it, and its name when it has none.
    ///   - parent: finds the theme that it inherits from.
    public static func load(
        json: String, source: String, parent: (String) -> Theme? = { _ in nil }
    ) -> (theme: Theme, problems: [LoadProblem]) {
        var reader = ThemeReader(source: source)
        let value: JSONValue
        do {
            value = try JSONValue(parsing: json)
        } catch {
            let place = "column \(error.column)"
            let problem = LoadProblem(source: source, place: place, line: error.line, kind: .syntax(error.message))
            return (Theme.bare.renamed(source), [problem])
        }
        var theme = Theme(name: value["name"]?.stringValue ?? source)
        if let name = value["inherits"]?.stringValue {
            if let found = parent(name) {
                theme = found.renamed(theme.name)
            } else {
                reader.report("inherits", .unknownParent(name))
            }
        }
        if let text = value["appearance"]?.stringValue {
            if let appearance = Appearance(rawValue: text) {
                theme.appearance = appearance
            } else {
                reader.report("appearance", .wrongType(expected: "dark or light"))
            }
        }
        // A theme that changes the palette changes what it inherits.
        reader.palette = theme.palette
        if let palette = value["palette"] { reader.readPalette(palette) }
        theme.recolor(reader.palette)
        if let scopes = value["scopes"] {
            for (name, look) in reader.readScopes(scopes) { theme.scopes[name] = look.mended(theme.scopes[name]) }
        }
        return (theme, reader.problems)
    }

    private func renamed(_ name: String) -> Theme {
        var theme = self
        theme.name = name
        return theme
    }

    private mutating func recolor(_ palette: [String: Color]) {
        self.palette = palette
        for name in scopes.keys {
            if let color = scopes[name]?.foregroundName.flatMap({ palette[$0] }) { scopes[name]?.foreground = color }
            if let color = scopes[name]?.backgroundName.flatMap({ palette[$0] }) { scopes[name]?.background = color }
        }
    }
}

extension Look {
    /// What the child says over what the inherited theme said of the same scope.
    fileprivate func mended(_ inherited: Look?) -> Look {
        guard let inherited else { return self }
        var mended = Look(
            foreground: foreground ?? inherited.foreground, background: background ?? inherited.background,
            attributes: attributes ?? inherited.attributes, ansi16: ansi16 ?? inherited.ansi16,
            mono: mono ?? inherited.mono)
        mended.foregroundName = foreground == nil ? inherited.foregroundName : foregroundName
        mended.backgroundName = background == nil ? inherited.backgroundName : backgroundName
        return mended
    }
}
