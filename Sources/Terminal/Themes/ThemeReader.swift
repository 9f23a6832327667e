import JSON

/// Reads the scopes of a theme and names what it skips.
struct ThemeReader {
    let source: String
    var palette: [String: Color] = [:]
    private(set) var problems: [LoadProblem] = []

    init(source: String) { self.source = source }

    mutating func report(_ place: String, _ kind: LoadProblem.Kind) {
        problems.append(LoadProblem(source: source, place: place, kind: kind))
    }

    mutating func readPalette(_ value: JSONValue) {
        for (name, entry) in members(value, at: "palette") {
            guard let text = text(entry, at: "palette.\(name)") else { continue }
            guard let color = Color(text) else {
                report("palette.\(name)", .unknownColor(text))
                continue
            }
            palette[name] = color
        }
    }

    mutating func readScopes(_ value: JSONValue) -> [String: Look] {
        var scopes: [String: Look] = [:]
        for (name, entry) in members(value, at: "scopes") { scopes[name] = readLook(entry, at: "scopes.\(name)") }
        return scopes
    }

    private mutating func readLook(_ value: JSONValue, at place: String) -> Look? {
        guard value.objectValue != nil else {
            report(place, .wrongType(expected: "an object"))
            return nil
        }
        var look = Look()
        for (name, entry) in members(value, at: place) {
            let inner = "\(place).\(name)"
            switch name {
            case "fg":
                look.foreground = color(entry, at: inner)
                look.foregroundName = entry.stringValue.flatMap { palette[$0] == nil ? nil : $0 }
            case "bg":
                look.background = color(entry, at: inner)
                look.backgroundName = entry.stringValue.flatMap { palette[$0] == nil ? nil : $0 }
            case "attributes": look.attributes = attributes(entry, at: inner)
            case "mono": look.mono = attributes(entry, at: inner)
            case "ansi16":
                if let own = readLook(entry, at: inner) {
                    look.ansi16 = Look.Ansi16(
                        foreground: own.foreground, background: own.background, attributes: own.attributes)
                }
            default: report(inner, .unknownField(name))
            }
        }
        return look
    }

    private mutating func color(_ value: JSONValue, at place: String) -> Color? {
        guard let text = text(value, at: place) else { return nil }
        if let color = palette[text] ?? Color(text) { return color }
        report(place, .unknownColor(text))
        return nil
    }

    private mutating func attributes(_ value: JSONValue, at place: String) -> Attributes? {
        guard let entries = value.arrayValue else {
            report(place, .wrongType(expected: "a list"))
            return nil
        }
        var attributes: Attributes = []
        for entry in entries {
            guard let name = text(entry, at: place) else { continue }
            if let found = Attributes(name: name) {
                attributes.insert(found)
            } else {
                report(place, .unknownAttribute(name))
            }
        }
        return attributes
    }

    private mutating func text(_ value: JSONValue, at place: String) -> String? {
        if let text = value.stringValue { return text }
        report(place, .wrongType(expected: "a text"))
        return nil
    }

    private mutating func members(_ value: JSONValue, at place: String) -> [(String, JSONValue)] {
        guard let object = value.objectValue else {
            report(place, .wrongType(expected: "an object"))
            return []
        }
        return Array(zip(object.keys, object.values))
    }
}
