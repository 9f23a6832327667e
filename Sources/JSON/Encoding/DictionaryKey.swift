/// Recognises the private key type by which the standard library encodes and decodes dictionaries.
///
/// Keys of that type are data, not names of fields, and must not be rewritten.
enum DictionaryKey {
    static func isType<Key: CodingKey>(_ type: Key.Type) -> Bool { ObjectIdentifier(type) == identifier }

    /// Found by letting a dictionary encode itself, since the type cannot be named.
    private static let identifier: ObjectIdentifier = {
        let probe = Probe()
        try? [String: Bool]().encode(to: probe)
        return probe.keyType ?? ObjectIdentifier(Never.self)
    }()

    private final class Probe: Encoder {
        var keyType: ObjectIdentifier?
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            keyType = ObjectIdentifier(type)
            return KeyedEncodingContainer(KeyedValueEncoder<Key>(encoder: ValueEncoder(), keysAreData: true))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer { ValueEncoder().unkeyedContainer() }

        func singleValueContainer() -> any SingleValueEncodingContainer { ValueEncoder().singleValueContainer() }
    }
}

/// A key made from text or a number, for paths and for containers of our own.
struct PlainKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init(stringValue: String) { self.stringValue = stringValue }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }
}
