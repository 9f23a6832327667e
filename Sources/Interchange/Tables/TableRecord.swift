import JSON

/// One record of a table: the cells of a row under the names of their columns, or the members of a JSON object.
public struct TableRecord: Sendable, Equatable {
    public struct Field: Sendable, Equatable {
        public var name: String
        /// A string for a cell of CSV; anything for JSON.
        public var value: JSONValue

        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The line of the file that the record begins on, from 1.
    public var line: Int
    public var fields: [Field]

    public init(line: Int, fields: [Field]) {
        self.line = line
        self.fields = fields
    }

    /// The value under a name, or at a path into nested objects and arrays: `location.city`, `offices.0.name`.
    public subscript(_ path: String) -> JSONValue? {
        if let field = fields.first(where: { $0.name == path }) { return field.value }
        var steps = path.split(separator: ".").map(String.init)
        guard steps.count > 1 else { return nil }
        let first = steps.removeFirst()
        var value = fields.first { $0.name == first }?.value
        for step in steps {
            if let index = Int(step), value?.arrayValue != nil {
                value = value?[index]
            } else if let items = value?.arrayValue {
                // A name asked of a list is asked of each of its members.
                value = .array(items.compactMap { $0[step] })
            } else {
                value = value?[step]
            }
        }
        return value
    }

    /// The paths of all plain values in the record, for guessing what they mean.
    public var paths: [String] {
        var result: [String] = []
        for field in fields { Self.collect(field.value, field.name, depth: 0, into: &result) }
        return result
    }

    private static func collect(_ value: JSONValue, _ path: String, depth: Int, into result: inout [String]) {
        guard result.count < 2_000 else { return }
        if let object = value.objectValue, depth < 5 {
            for (key, member) in object { collect(member, "\(path).\(key)", depth: depth + 1, into: &result) }
        } else if let first = value.arrayValue?.first, first.objectValue != nil, depth < 5 {
            collect(first, "\(path).0", depth: depth + 1, into: &result)
        } else {
            result.append(path)
        }
    }
}
