import JSON
import Storage

/// Lists and small records that are kept as JSON text, which SQL does not look into.
enum StoredJSON {
    static func list<Element: Codable>(_ text: String) throws -> [Element] {
        text == "[]" ? [] : try decode(text)
    }

    /// A list without a decoder, where nothing about it is unusual. It has a name of its own because among functions of
    /// one name Swift takes the general one where the result becomes an optional.
    static func directList<Element: StoredReadable>(_ text: String) throws -> [Element] {
        if text == "[]" { return [] }
        guard let values = try? JSONValue(parsing: text).arrayValue else { return try decode(text) }
        var list: [Element] = []
        list.reserveCapacity(values.count)
        for value in values {
            guard let element = Element(stored: value) else { return try decode(text) }
            list.append(element)
        }
        return list
    }

    /// A record without a decoder, as `directList`.
    static func directValue<Value: StoredReadable>(_ text: String?) throws -> Value? {
        guard let text else { return nil }
        if let json = try? JSONValue(parsing: text), let value = Value(stored: json) { return value }
        return try decode(text) as Value
    }

    static func value<Value: Codable>(_ text: String?) throws -> Value? {
        guard let text else { return nil }
        return try decode(text) as Value
    }

    /// The texts of a stored list, or those under `keys` in each of its records.
    static func texts(_ text: String, _ keys: [String]) throws -> [String] {
        if text == "[]" { return [] }
        let list: [JSONValue]
        do {
            list = try JSONValue(parsing: text).arrayValue ?? []
        } catch {
            throw StorageError.corrupt(detail: "a column does not hold the JSON that it should: \(error)")
        }
        guard !keys.isEmpty else { return list.compactMap(\.stringValue) }
        return list.flatMap { record in keys.compactMap { record[$0]?.stringValue } }
    }

    static func text(of list: [some Encodable]?) throws -> String {
        guard let list, !list.isEmpty else { return "[]" }
        return try JSONValue(encoding: list).serialized()
    }

    static func text(of list: [some JSONRepresentable]?) throws -> String {
        guard let list, !list.isEmpty else { return "[]" }
        return JSONValue.array(list.map(\.json)).serialized()
    }

    static func text(of list: [String]?) throws -> String {
        guard let list, !list.isEmpty else { return "[]" }
        return JSONValue.array(list.map(JSONValue.string)).serialized()
    }

    static func record(_ value: (some Encodable)?) throws -> String? {
        guard let value else { return nil }
        return try JSONValue(encoding: value).serialized()
    }

    private static func decode<Value: Decodable>(_ text: String) throws -> Value {
        do {
            return try JSONValue(parsing: text).decoded(as: Value.self, unknownFields: .ignore, isStored: true)
        } catch {
            throw StorageError.corrupt(detail: "a column does not hold the JSON that it should: \(error)")
        }
    }
}
