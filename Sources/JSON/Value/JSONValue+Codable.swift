// Our own coders embed JSON values as they are; what follows serves both them and foreign ones.

extension JSONValue: Encodable {
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder { return encoder.set(self) }
        switch self {
        case .object(let object): try object.encode(to: encoder)
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        default:
            var container = encoder.singleValueContainer()
            switch self {
            case .bool(let value): try container.encode(value)
            case .integer(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .string(let value): try container.encode(value)
            default: try container.encodeNil()
            }
        }
    }
}

extension JSONValue: Decodable {
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? ValueDecoder {
            self = decoder.wholeValue()
        } else if let container = try? decoder.singleValueContainer() {
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(Int64.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([JSONValue].self) {
                self = .array(value)
            } else {
                self = .object(try container.decode(JSONObject.self))
            }
        } else {
            self = .object(try JSONObject(from: decoder))
        }
    }
}

extension JSONObject: Codable {
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder { return encoder.set(.object(self)) }
        var container = encoder.container(keyedBy: PlainKey.self)
        for member in members { try container.encode(member.value, forKey: PlainKey(stringValue: member.key)) }
    }

    public init(from decoder: any Decoder) throws {
        self.init()
        if let decoder = decoder as? ValueDecoder {
            guard case .object(let object) = decoder.wholeValue() else { throw decoder.mismatch("object") }
            self = object
            return
        }
        let container = try decoder.container(keyedBy: PlainKey.self)
        for key in container.allKeys { set(key.stringValue, try container.decode(JSONValue.self, forKey: key)) }
    }
}
