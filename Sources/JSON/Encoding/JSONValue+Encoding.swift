extension JSONValue {
    /// The JSON form of a value: its fields in declared order, named in snake case; absent optionals are left out.
    ///
    /// The keys of dictionaries are data: they are kept as they are, and sorted, so that equal values make equal text.
    /// - Throws: only what the value itself throws.
    public init(encoding value: some Encodable) throws {
        if let value = value as? any JSONRepresentable {
            self = value.json
            return
        }
        self = try ValueEncoder.encoded(value) ?? .null
    }
}

/// Typed values as JSON text.
public enum JSONText {
    /// A value as compact JSON text in UTF-8; see `JSONValue.init(encoding:)`.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try JSONValue(encoding: value).serialize(into: &bytes)
        return bytes
    }
}
