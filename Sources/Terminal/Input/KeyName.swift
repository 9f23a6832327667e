extension Key: CustomStringConvertible, LosslessStringConvertible {
    /// The name that keymaps, help and the footer use.
    public var description: String {
        var name = ""
        if modifiers.contains(.control) { name += "Ctrl-" }
        if modifiers.contains(.alt) { name += "Alt-" }
        if modifiers.contains(.shift) { name += "Shift-" }
        switch code {
        case .character(" "): name += "Space"
        case .character(let character): name.append(character)
        case .function(let number): name += "F\(number)"
        default: name += Self.named.first { $0.1 == code }?.0 ?? "?"
        }
        return name
    }

    /// Reads a name such as `Ctrl-d`, `Alt-x`, `Esc`, `Shift-Tab`, `é`; also `<Enter>`, `C-d`, `M-x`.
    public init?(_ description: String) {
        var rest = Substring(description)
        if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
        var modifiers: Modifiers = []
        while let dash = rest.firstIndex(of: "-"), rest.index(after: dash) < rest.endIndex {
            switch rest[..<dash].lowercased() {
            case "ctrl", "control", "c": modifiers.insert(.control)
            case "alt", "meta", "m", "a": modifiers.insert(.alt)
            case "shift", "s": modifiers.insert(.shift)
            default: return nil
            }
            rest = rest[rest.index(after: dash)...]
        }
        guard let code = Self.code(rest) else { return nil }
        self.init(code, modifiers)
    }

    /// Reads keys separated by blanks, `g i`; nil names the part that is no key.
    public static func sequence(_ text: String) -> Result<[Key], UnknownKey> {
        var keys: [Key] = []
        for part in text.split(separator: " ") {
            guard let key = Key(String(part)) else { return .failure(UnknownKey(name: String(part))) }
            keys.append(key)
        }
        return keys.isEmpty ? .failure(UnknownKey(name: text)) : .success(keys)
    }

    private static func code(_ name: Substring) -> Code? {
        if name.count == 1, let character = name.first { return .character(character) }
        let small = name.lowercased()
        if small == "space" { return .character(" ") }
        if small.first == "f", let number = UInt8(small.dropFirst()), (1...35).contains(number) {
            return .function(number)
        }
        if let found = named.first(where: { $0.0.lowercased() == small }) { return found.1 }
        switch small {
        case "return", "cr": return .enter
        case "escape": return .escape
        case "bs": return .backspace
        case "del": return .delete
        case "pgup": return .pageUp
        case "pgdn", "pgdown": return .pageDown
        case "lt": return .character("<")
        case "gt": return .character(">")
        default: return nil
        }
    }

    private static let named: [(String, Code)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace), ("Delete", .delete),
        ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
        ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
    ]
}

/// A name in a keymap that is no key.
public struct UnknownKey: Error, Hashable, Sendable {
    public let name: String
}
