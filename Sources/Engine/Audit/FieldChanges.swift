import JSON

/// The fields in which two states of a row differ, for the audit log. A field that one of them lacks is null there.
struct FieldChanges {
    let before: JSONValue
    let after: JSONValue

    init(from old: some Encodable, to new: some Encodable, leavingOut omitted: Set<String> = []) throws {
        let old = try JSONValue(encoding: old).objectValue ?? JSONObject()
        let new = try JSONValue(encoding: new).objectValue ?? JSONObject()
        var before = JSONObject()
        var after = JSONObject()
        var names = old.keys
        for name in new.keys where old[name] == nil { names.append(name) }
        for name in names where !omitted.contains(name) && old[name] != new[name] {
            before[name] = old[name] ?? .null
            after[name] = new[name] ?? .null
        }
        self.before = .object(before)
        self.after = .object(after)
    }
}
