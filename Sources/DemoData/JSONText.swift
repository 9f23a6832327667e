import JSON

/// The JSON of the columns that hold lists and small records.
enum JSONText {
    static func list(_ texts: [String]) -> String {
        JSONValue.array(texts.map { .string($0) }).serialized()
    }
}
