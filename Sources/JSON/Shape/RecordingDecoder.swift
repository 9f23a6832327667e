/// Writes down which fields a type asks for, and answers with examples.
final class RecordingDecoder: Decoder {
    /// Texts and numbers to answer with, until the type takes one of them.
    private static let texts = [
        "", "a", "1", "a@example.org", "2000-01-01", "2000-01-01T00:00:00Z", "00000000-0000-7000-8000-000000000000",
        "https://example.org", "+41000000000", "12:00", "CH", "CHF", "fr",
    ]
    private static let numbers = [0, 1, 2, 5, 10, 50, 100, 500, 1000, 2000, 10_000, 100_000, 1_000_000]
    private static let deepest = 32

    private(set) var shape = TypeShape()
    private var isUnkeyed = false
    private let depth: Int
    /// Which of the texts to answer with.
    private let attempt: Int

    private init(depth: Int, attempt: Int) {
        self.depth = depth
        self.attempt = attempt
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func shape(of type: any Decodable.Type) -> TypeShape { record(type, depth: 0, attempt: 0).shape }

    /// Decodes the type from examples, until it accepts one.
    private static func record<T: Decodable>(
        _ type: T.Type, depth: Int, attempt: Int
    ) -> (value: T?, shape: TypeShape) {
        var shape = TypeShape()
        for attempt in attempt..<texts.count {
            let recorder = RecordingDecoder(depth: depth, attempt: attempt)
            do {
                let value = try T(from: recorder)
                shape = recorder.shape
                // A struct without fields asks for nothing.
                if shape.single == nil && !recorder.isUnkeyed { shape.isObject = true }
                return (value, shape)
            } catch {
                shape = recorder.shape
                // Other examples can only help a type that reads one value.
                guard shape.single != nil else {
                    shape.failure = shape.failure ?? "\(type): \(error)"
                    break
                }
            }
        }
        if let type = type as? any ExampleProviding.Type {
            shape.failure = nil
            return (type.example as? T, shape)
        }
        shape.failure = shape.failure ?? "\(type) refuses every example; make it ExampleProviding"
        return (nil, shape)
    }

    /// A value of the type, whatever it takes.
    func example<T: Decodable>(_ type: T.Type) throws -> T {
        guard depth < Self.deepest else { throw RecordingFailure() }
        let known: Any? =
            switch type {
            case let type as any ExampleProviding.Type: type.example
            case let type as any DefaultedInput.Type: type.defaultInput
            case let type as any CaseIterable.Type: Self.firstCase(type)
            case is JSONValue.Type: JSONValue.null
            case is String.Type: Self.texts[attempt]
            case is Bool.Type: false
            case is Double.Type: Double(Self.numbers[attempt])
            case is Float.Type: Float(Self.numbers[attempt])
            case let type as any FixedWidthInteger.Type: type.init(clamping: Self.numbers[attempt])
            default: nil
            }
        if let known = known as? T { return known }
        let (value, shape) = Self.record(type, depth: depth + 1, attempt: attempt)
        guard let value else {
            self.shape.failure = self.shape.failure ?? shape.failure
            throw RecordingFailure()
        }
        return value
    }

    private static func firstCase<Cases: CaseIterable>(_ type: Cases.Type) -> Any? { type.allCases.first }

    func add(_ key: any CodingKey, _ type: any Decodable.Type, isOptional: Bool) {
        guard !shape.fields.contains(where: { $0.swiftName == key.stringValue }) else { return }
        shape.fields.append(
            FieldShape(
                name: snakeCase(key.stringValue), swiftName: key.stringValue, type: type, isOptional: isOptional,
                hasDefault: type is any DefaultedInput.Type))
    }

    func note(single type: any Decodable.Type) { shape.single = shape.single ?? type }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        shape.isObject = true
        return KeyedDecodingContainer(KeyedRecorder<Key>(recorder: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        isUnkeyed = true
        return UnkeyedRecorder(recorder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleRecorder(recorder: self) }
}

struct RecordingFailure: Error {}
