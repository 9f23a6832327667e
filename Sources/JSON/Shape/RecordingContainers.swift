struct KeyedRecorder<Key: CodingKey>: OptionalReading {
    let recorder: RecordingDecoder
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { false }

    func decodeNil(forKey key: Key) -> Bool { true }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        recorder.add(key, type, isOptional: false)
        return try recorder.example(type)
    }

    func readOptional<T: Decodable>(_ type: T.Type, _ key: Key) -> T? {
        recorder.add(key, type, isOptional: true)
        return nil
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        recorder.add(key, JSONValue.self, isOptional: false)
        throw RecordingFailure()
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        recorder.add(key, JSONValue.self, isOptional: false)
        return UnkeyedRecorder(recorder: recorder)
    }

    func superDecoder() throws -> any Decoder { throw RecordingFailure() }

    func superDecoder(forKey key: Key) throws -> any Decoder { throw RecordingFailure() }
}

struct UnkeyedRecorder: UnkeyedDecodingContainer {
    let recorder: RecordingDecoder
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 0 }
    var isAtEnd: Bool { true }
    var currentIndex: Int { 0 }

    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try recorder.example(type) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { throw RecordingFailure() }

    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw RecordingFailure() }

    func superDecoder() throws -> any Decoder { throw RecordingFailure() }
}

struct SingleRecorder: SingleValueDecodingContainer {
    let recorder: RecordingDecoder
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        recorder.note(single: type)
        return try recorder.example(type)
    }
}
