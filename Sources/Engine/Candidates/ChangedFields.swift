import JSON

/// What differs between two states of a row, for the audit log.
enum ChangedFields {
    /// The fields that differ, as they were and as they are; `nil` where none does. Fields that every change touches
    /// (`version`, `updated_at`) are left out.
    static func between<Value: Encodable>(_ before: Value, _ after: Value) throws -> (
        before: JSONValue, after: JSONValue
    )? {
        let old = try JSONValue(encoding: before).objectValue ?? JSONObject()
        let new = try JSONValue(encoding: after).objectValue ?? JSONObject()
        var left = JSONObject()
        var right = JSONObject()
        for (key, value) in old where key != "version" && key != "updated_at" && new[key] != value {
            left[key] = value
            right[key] = new[key] ?? .null
        }
        for (key, value) in new where old[key] == nil && key != "version" && key != "updated_at" {
            left[key] = .null
            right[key] = value
        }
        return right.isEmpty ? nil : (.object(left), .object(right))
    }
}
