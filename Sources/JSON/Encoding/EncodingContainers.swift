// One generic `encode` in each container stands for all the overloads that the protocols ask for.

struct KeyedValueEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ValueEncoder
    let keysAreData: Bool
    var codingPath: [any CodingKey] { [] }

    private func name(_ key: Key) -> String { keysAreData ? key.stringValue : snakeCase(key.stringValue) }

    mutating func encodeNil(forKey key: Key) { encoder.set(.null, forKey: name(key)) }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        guard let encoded = try ValueEncoder.encoded(value) else { return }
        encoder.set(encoded, forKey: name(key))
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.nest(forKey: name(key)).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.nest(forKey: name(key)).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { encoder.nest(forKey: "super") }

    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.nest(forKey: name(key)) }
}

struct UnkeyedValueEncoder: UnkeyedEncodingContainer {
    let encoder: ValueEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.count }

    mutating func encodeNil() { encoder.append(.null) }

    mutating func encode<T: Encodable>(_ value: T) throws {
        encoder.append(try ValueEncoder.encoded(value) ?? .null)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.nestNext().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.nestNext().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { encoder.nestNext() }
}

struct SingleValueEncoder: SingleValueEncodingContainer {
    let encoder: ValueEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { encoder.set(.null) }

    mutating func encode<T: Encodable>(_ value: T) throws { encoder.set(try ValueEncoder.encoded(value)) }
}
