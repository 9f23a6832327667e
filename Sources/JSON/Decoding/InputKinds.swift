// What the standard library's generic types are made of, asked without knowing their parameters.

protocol OptionalInput {
    static var wrappedInput: (any Decodable.Type)? { get }
}

extension Optional: OptionalInput {
    static var wrappedInput: (any Decodable.Type)? { Wrapped.self as? any Decodable.Type }
}

protocol PatchInput {
    static var valueInput: any Decodable.Type { get }
}

extension Patch: PatchInput {
    static var valueInput: any Decodable.Type { Value.self }
}

protocol ListInput {
    static var elementInput: (any Decodable.Type)? { get }
    static var isSet: Bool { get }
}

extension Array: ListInput {
    static var elementInput: (any Decodable.Type)? { Element.self as? any Decodable.Type }
    static var isSet: Bool { false }
}

extension Set: ListInput {
    static var elementInput: (any Decodable.Type)? { Element.self as? any Decodable.Type }
    static var isSet: Bool { true }
}

protocol DictionaryInput {
    /// Nil when the keys are not text: such a dictionary is no JSON object.
    static var textKeyedInput: (any Decodable.Type)? { get }
}

extension Dictionary: DictionaryInput {
    static var textKeyedInput: (any Decodable.Type)? {
        guard Key.self == String.self || Key.self is any CodingKeyRepresentable.Type else { return nil }
        return Value.self as? any Decodable.Type
    }
}

/// The raw values of an enumeration of texts; nil for any other type.
func allowedTexts(of type: any Decodable.Type) -> [String]? {
    func texts<Cases: CaseIterable>(_ type: Cases.Type) -> [String]? {
        let texts = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        return texts.isEmpty ? nil : texts
    }
    guard let type = type as? any CaseIterable.Type else { return nil }
    return texts(type)
}
