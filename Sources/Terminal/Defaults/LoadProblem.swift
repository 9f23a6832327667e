/// Something in a theme or a keymap that was skipped. The rest of the file counts.
public struct LoadProblem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for a program to put into words; the associated text is what the file says.
    public enum Kind: Hashable, Sendable {
        case syntax(String)
        case missing(String)
        case wrongType(expected: String)
        case unknownColor(String)
        case unknownAttribute(String)
        case unknownParent(String)
        case inheritanceCycle(String)
        case unknownField(String)
        case unknownKey(String)
        case unknownAction(String)
        case unknownContext(String)
        case unknownPreset(String)
        case unknownVersion(String)
        case contextRefused(action: String, context: String)
        case sequenceTooLong(String)
        case nothingToUnbind(String)
        case unreadable(String)
    }

    /// The file, or the theme's name.
    public let source: String
    /// Where in it: `scopes.toast.fg`, `bindings[3]`.
    public let place: String
    /// The line of the entry, from 1, where it is known.
    public let line: Int?
    public let kind: Kind

    public init(source: String, place: String, line: Int? = nil, kind: Kind) {
        self.source = source
        self.place = place
        self.line = line
        self.kind = kind
    }

    /// The same of a file that is called by its name alone, for where there is little room.
    public var short: LoadProblem {
        let name = source.split(separator: "/").last.map(String.init) ?? source
        return LoadProblem(source: name, place: line == nil ? place : "", line: line, kind: kind)
    }

    public var description: String {
        let position = line.map { ":\($0)" } ?? ""
        return "\(source)\(position): \(place.isEmpty ? "" : place + ": ")\(kind)"
    }
}

extension LoadProblem.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let message): message
        case .missing(let name): "“\(name)” is missing"
        case .wrongType(let expected): "expected \(expected)"
        case .unknownColor(let text): "no colour “\(text)” in the palette; write #rrggbb, an ANSI name or default"
        case .unknownAttribute(let text): "unknown attribute “\(text)”"
        case .unknownParent(let name): "no theme “\(name)” to inherit from"
        case .inheritanceCycle(let name): "“\(name)” inherits from itself"
        case .unknownField(let name): "unknown field “\(name)”"
        case .unknownKey(let text): "no key is named “\(text)”"
        case .unknownAction(let name): "unknown action “\(name)”"
        case .unknownContext(let name): "unknown context “\(name)”"
        case .unknownPreset(let name): "unknown preset “\(name)”"
        case .unknownVersion(let text): "version “\(text)” is not known; write 1"
        case .contextRefused(let action, let context): "“\(action)” does nothing in “\(context)”"
        case .sequenceTooLong(let keys): "“\(keys)” is more than \(Keymap.sequenceLimit) keys"
        case .nothingToUnbind(let keys): "“\(keys)” is not bound"
        case .unreadable(let reason): reason
        }
    }
}
