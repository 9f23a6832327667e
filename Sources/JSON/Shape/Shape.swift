import Synchronization

/// One field of an input or output type, as its synthesized `Codable` declares it.
public struct FieldShape: Sendable {
    /// The name in JSON, in snake case.
    public let name: String
    public let swiftName: String
    /// The type of the field; for an optional field, the type that it wraps.
    // A metatype is immutable; nothing here is ever isolated to an actor.
    nonisolated(unsafe) public let type: any Decodable.Type
    public let isOptional: Bool
    /// Whether the key may be left out because the type has a `defaultInput`.
    public let hasDefault: Bool
}

/// What a type reads when it is decoded.
public struct TypeShape: Sendable {
    /// The fields in declared order; empty for a type that is no object.
    public var fields: [FieldShape] = []
    /// Whether the type reads a JSON object.
    public var isObject = false
    /// The type that a single-value type reads, such as `String` for an enumeration of texts.
    nonisolated(unsafe) public var single: (any Decodable.Type)?
    /// Why the fields could not all be found: some type refuses every example and should be `ExampleProviding`.
    public var failure: String?
}

/// A type that checks what it decodes and offers a value that passes, so that the shape of its users can be recorded.
public protocol ExampleProviding {
    static var example: Self { get }
}

/// The shapes of types, found by decoding them from a decoder that writes down what it is asked for.
public enum Shape {
    private static let known = Mutex<[ObjectIdentifier: TypeShape]>([:])

    /// The fields of a type in declared order; empty for a type that does not decode from an object.
    public static func fields(of type: any Decodable.Type) -> [FieldShape] { of(type).fields }

    /// What a type reads when it is decoded. Recorded once, then remembered.
    public static func of(_ type: any Decodable.Type) -> TypeShape {
        let identifier = ObjectIdentifier(type)
        if let shape = known.withLock({ $0[identifier] }) { return shape }
        let shape = RecordingDecoder.shape(of: type)
        known.withLock { $0[identifier] = shape }
        return shape
    }
}
