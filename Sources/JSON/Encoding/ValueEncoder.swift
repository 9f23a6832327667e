/// Collects what one value encodes.
///
/// A value that encodes nothing at all (`Patch.keep`) leaves no trace: its key is omitted.
final class ValueEncoder: Encoder {
    private enum Content { case nothing, single, object, array }
    private enum Place {
        case key(String)
        case index(Int)
    }

    private var content = Content.nothing
    private var single = JSONValue.null
    private var object = JSONObject()
    private var array: [JSONValue] = []
    private var keysAreData = false
    /// Containers that were opened within this one; they are read when this one ends.
    private var nested: [(place: Place, encoder: ValueEncoder)] = []

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var count: Int { array.count }

    static func encoded<T: Encodable>(_ value: T) throws -> JSONValue? {
        if let scalar = JSONValue(scalar: value) { return scalar }
        let encoder = ValueEncoder()
        try value.encode(to: encoder)
        return encoder.finish()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        content = .object
        keysAreData = DictionaryKey.isType(Key.self)
        return KeyedEncodingContainer(KeyedValueEncoder<Key>(encoder: self, keysAreData: keysAreData))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        content = .array
        return UnkeyedValueEncoder(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleValueEncoder(encoder: self) }

    func set(_ value: JSONValue, forKey key: String) { object.set(key, value) }

    func append(_ value: JSONValue) { array.append(value) }

    func set(_ value: JSONValue?) {
        guard let value else { return }
        content = .single
        single = value
    }

    func nest(forKey key: String) -> ValueEncoder {
        object.set(key, .null)
        return nest(at: .key(key))
    }

    func nestNext() -> ValueEncoder {
        array.append(.null)
        return nest(at: .index(array.count - 1))
    }

    private func nest(at place: Place) -> ValueEncoder {
        let encoder = ValueEncoder()
        nested.append((place, encoder))
        return encoder
    }

    private func finish() -> JSONValue? {
        for (place, encoder) in nested {
            switch place {
            case .key(let key): object[key] = encoder.finish()
            case .index(let index): array[index] = encoder.finish() ?? .null
            }
        }
        switch content {
        case .nothing: return nil
        case .single: return single
        case .array: return .array(array)
        case .object:
            if keysAreData { object.sortByKey() }
            return .object(object)
        }
    }
}

extension JSONValue {
    /// The value without an encoder, when its type has a JSON form of its own.
    init?<T>(scalar value: T) {
        if T.self == String.self {
            self = .string(value as! String)
        } else if T.self == JSONValue.self {
            self = value as! JSONValue
        } else if T.self == Bool.self {
            self = .bool(value as! Bool)
        } else if T.self == Double.self {
            self = .number(value as! Double)
        } else if T.self == Int.self {
            self = .integer(Int64(value as! Int))
        } else if T.self == Int64.self {
            self = .integer(value as! Int64)
        } else if T.self == Float.self {
            self = .number(Double((value as! Float).description) ?? .nan)
        } else if T.self == JSONObject.self {
            self = .object(value as! JSONObject)
        } else if IntegerTypes.contain(T.self), let integer = value as? any FixedWidthInteger {
            self = Int64(exactly: integer).map(JSONValue.integer) ?? .number(Double(integer))
        } else {
            return nil
        }
    }
}
