import Domain
import Engine
import JSON

/// Reads lists page by page through their operations, as the caller may see them, and the names that go with them.
final class ExportSource {
    let engine: Engine
    let credential: Credential
    private var names: [String: [String: String]] = [:]
    private var lookups: [String: JSONValue] = [:]

    /// A call that was refused.
    struct Refused: Error { var answer: EncodedAnswer }

    private static let pageSize: JSONValue = 200
    /// Records that were looked up are kept, but no more than this.
    private static let kept = 5_000

    init(engine: Engine, credential: Credential) {
        self.engine = engine
        self.credential = credential
    }

    /// Every row of a list, the oldest first, so that what is added meanwhile comes at the end.
    func forEach(_ operation: String, _ input: JSONObject, _ body: (JSONValue) throws -> Void) throws {
        var input = input
        input["page_size"] = Self.pageSize
        while true {
            let answer = engine.dispatch(operation, input: .object(input), as: credential, leniency: .text)
            guard answer.isSuccess else { throw Refused(answer: answer) }
            for row in answer.body["data"]?.arrayValue ?? [] { try body(row) }
            guard let next = answer.body["next_cursor"] else { return }
            input["cursor"] = next
        }
    }

    /// The rows of a short list; nothing where the caller may not see it.
    func all(_ operation: String, _ input: JSONObject) -> [JSONValue] {
        var input = input
        input["page_size"] = Self.pageSize
        let answer = engine.dispatch(operation, input: .object(input), as: credential)
        return answer.isSuccess ? answer.body["data"]?.arrayValue ?? [] : []
    }

    /// One record; nil where the caller may not see it.
    func one(_ operation: String, _ field: String, _ id: JSONValue?) -> JSONValue? {
        guard let id, let text = id.stringValue else { return nil }
        if let known = lookups[text] { return known.isNull ? nil : known }
        let answer = engine.dispatch(operation, input: [field: id], as: credential)
        if lookups.count >= Self.kept { lookups.removeAll(keepingCapacity: true) }
        lookups[text] = answer.isSuccess ? answer.body : .null
        return answer.isSuccess ? answer.body : nil
    }

    /// The name of an entry of a closed list, such as `sources.list`.
    func name(_ operation: String, _ id: JSONValue?) -> JSONValue? {
        guard let id = id?.stringValue else { return nil }
        if names[operation] == nil {
            var found: [String: String] = [:]
            for entry in all(operation, [:]) {
                if let key = entry["id"]?.stringValue, let name = entry["name"]?.stringValue { found[key] = name }
            }
            names[operation] = found
        }
        return names[operation]?[id].map { .string($0) }
    }

    /// The path of a category of skills, `Health > Nursing`.
    func categoryPath(_ id: JSONValue?) -> JSONValue? {
        guard let id = id?.stringValue else { return nil }
        if names["paths"] == nil {
            var found: [String: String] = [:]
            var page: Int64 = 1
            while true {
                let entries = all("skills.categories.list", ["page": .integer(page)])
                for entry in entries {
                    let steps = (entry["path"]?.arrayValue ?? []).compactMap(\.stringValue)
                    if let key = entry["id"]?.stringValue { found[key] = steps.joined(separator: " > ") }
                }
                if entries.count < 200 { break }
                page += 1
            }
            names["paths"] = found
        }
        return names["paths"]?[id].map { .string($0) }
    }
}
