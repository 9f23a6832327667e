import JSON

/// A row of figures as one level of columns: `time_to_hire.median_days` becomes `time_to_hire_median_days`.
enum FlatRow {
    static func flatten(_ value: some Encodable) throws -> JSONObject {
        var cells = JSONObject()
        add(try JSONValue(encoding: value), name: "", to: &cells)
        return cells
    }

    private static func add(_ value: JSONValue, name: String, to cells: inout JSONObject) {
        guard case .object(let members) = value else {
            cells[name] = value
            return
        }
        for (key, member) in members {
            // The report says once as of when it is.
            if key == "as_of" { continue }
            let isMain = key == "value" && !name.isEmpty
            add(member, name: isMain ? name : name.isEmpty ? key : "\(name)_\(key)", to: &cells)
        }
    }

    /// A cell as text, for CSV.
    static func text(_ value: JSONValue?) -> String {
        switch value {
        case nil, .null: ""
        case .string(let text): text
        case .some(let other): other.serialized()
        }
    }
}
