// One generic `decode` in each container stands for all the overloads that the protocols ask for.

struct KeyedValueDecoder<Key: CodingKey>: OptionalReading {
    let decoder: ValueDecoder
    let object: JSONObject
    let keysAreData = DictionaryKey.isType(Key.self)
    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        decoder.readAllMembers()
        return object.members.compactMap { member in
            keysAreData ? Key(stringValue: member.key) : FieldName.key(for: member.key)
        }
    }

    func contains(_ key: Key) -> Bool { member(key) != nil }

    func decodeNil(forKey key: Key) -> Bool { member(key)?.isNull ?? true }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let name = name(key)
        guard let value = decoder.readMember(name, of: object) else {
            if let type = type as? any DefaultedInput.Type, let value = type.defaultInput as? T { return value }
            throw decoder.missingMember(name)
        }
        return try decoder.decode(type, from: value, at: .key(name))
    }

    func readOptional<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
        let name = name(key)
        guard let value = decoder.readMember(name, of: object), !value.isNull else { return nil }
        return try decoder.decode(type, from: value, at: .key(name))
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try nest(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nest(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        decoder.nest(decoder.readMember("super", of: object) ?? .null, at: .key("super"))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try nest(key) }

    private func name(_ key: Key) -> String { keysAreData ? key.stringValue : snakeCase(key.stringValue) }

    private func member(_ key: Key) -> JSONValue? { decoder.readMember(name(key), of: object) }

    private func nest(_ key: Key) throws -> ValueDecoder {
        guard let value = member(key) else { throw decoder.missingMember(name(key)) }
        return decoder.nest(value, at: .key(name(key)))
    }
}

struct UnkeyedValueDecoder: UnkeyedDecodingContainer {
    let decoder: ValueDecoder
    let elements: [JSONValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(decoder: ValueDecoder, elements: [JSONValue]) {
        self.decoder = decoder
        self.elements = elements
    }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd, elements[currentIndex].isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let decoded = try decoder.decode(type, from: try next(), at: .index(currentIndex))
        currentIndex += 1
        return decoded
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try nest().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try nest().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder { try nest() }

    private mutating func nest() throws -> ValueDecoder {
        let nested = decoder.nest(try next(), at: .index(currentIndex))
        currentIndex += 1
        return nested
    }

    private func next() throws(FieldError) -> JSONValue {
        guard !isAtEnd else {
            throw FieldError(
                field: decoder.path, code: "too_short", message: "More than \(elements.count) elements are needed.")
        }
        return elements[currentIndex]
    }
}

struct SingleValueDecoder: SingleValueDecodingContainer {
    let decoder: ValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value.isNull }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }
}
