/// A type that says itself what JSON it accepts, such as a text with a limit.
public protocol SchemaDescribing {
    /// A JSON Schema (2020-12).
    static var jsonSchema: JSONValue { get }
}

extension JSONValue {
    /// The JSON Schema (2020-12) of what the type decodes from.
    ///
    /// A type within itself is described as any object, so that the schema ends.
    public static func schema(of type: any Decodable.Type) -> JSONValue {
        SchemaMaker().schema(of: type)
    }
}

private struct SchemaMaker {
    /// The types that are being described, outermost first.
    private var outer: Set<ObjectIdentifier> = []

    func schema(of type: any Decodable.Type) -> JSONValue {
        switch type {
        case let type as any SchemaDescribing.Type: type.jsonSchema
        case let type as any OptionalInput.Type: wrapped(type.wrappedInput)
        case let type as any PatchInput.Type: ["anyOf": [schema(of: type.valueInput), ["type": "null"]]]
        case let type as any ListInput.Type: list(type)
        case let type as any DictionaryInput.Type:
            ["type": "object", "additionalProperties": wrapped(type.textKeyedInput)]
        case is JSONValue.Type: [:]
        case is JSONObject.Type: ["type": "object"]
        case is Bool.Type: ["type": "boolean"]
        case is String.Type: ["type": "string"]
        case is Double.Type, is Float.Type: ["type": "number"]
        case is any FixedWidthInteger.Type: ["type": "integer"]
        default: enumeration(type) ?? recorded(type)
        }
    }

    private func wrapped(_ type: (any Decodable.Type)?) -> JSONValue { type.map { schema(of: $0) } ?? [:] }

    private func list(_ type: any ListInput.Type) -> JSONValue {
        var made: JSONValue = ["type": "array", "items": wrapped(type.elementInput)]
        if type.isSet { made["uniqueItems"] = true }
        return made
    }

    private func enumeration(_ type: any Decodable.Type) -> JSONValue? {
        allowedTexts(of: type).map { ["type": "string", "enum": .array($0.map(JSONValue.string))] }
    }

    private func recorded(_ type: any Decodable.Type) -> JSONValue {
        var inner = self
        guard inner.outer.insert(ObjectIdentifier(type)).inserted else { return ["type": "object"] }
        let shape = Shape.of(type)
        if let single = shape.single { return inner.schema(of: single) }
        guard shape.isObject, shape.failure == nil else { return shape.isObject ? ["type": "object"] : [:] }
        var properties = JSONObject()
        for field in shape.fields { properties[field.name] = inner.property(field) }
        let required = shape.fields.filter { !$0.isOptional && !$0.hasDefault }.map { JSONValue.string($0.name) }
        var made: JSONValue = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { made["required"] = .array(required) }
        made["additionalProperties"] = false
        return made
    }

    /// The schema of a field, with its default where it has one that can be written.
    private func property(_ field: FieldShape) -> JSONValue {
        var made = schema(of: field.type)
        if field.hasDefault, let type = field.type as? any DefaultedInput.Type,
            let value = type.defaultInput as? any Encodable, let encoded = try? ValueEncoder.encoded(value)
        {
            made["default"] = encoded
        }
        return made
    }
}
