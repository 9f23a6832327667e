import Domain
import Engine
import JSON

/// One line of a batch: `{"operation", "input", "token"?, "id"?}`; an upload's `filename` and `content_base64` may
/// stand beside the input.
struct BatchLine {
    /// What the caller gave to know the answer by, whatever it is.
    var id: JSONValue
    var operation: String
    var input: JSONValue
    var token: String?

    /// What is wrong with a line, and the `id` that it had all the same.
    struct Refusal: Error {
        var id: JSONValue
        var problem: Problem
    }

    private static let members = ["operation", "input", "token", "id", "filename", "content_base64"]

    init(parsing bytes: [UInt8]) throws(Refusal) {
        let line: JSONValue
        do {
            line = try JSONValue(parsing: bytes)
        } catch {
            let message = "column \(error.column): \(error.message)"
            throw Refusal(
                id: .null, problem: .invalid([FieldError(field: "", code: "syntax", message: message)]))
        }
        id = line["id"] ?? .null
        guard let object = line.objectValue else {
            throw Refusal(
                id: id,
                problem: .invalid(
                    field: "", code: "type", Phrase(en: "must be an object", fr: "ce doit être un objet")))
        }
        var errors: [FieldError] = []
        for key in object.keys where !Self.members.contains(key) { errors.append(Self.unknown(key)) }
        operation = object["operation"]?.stringValue ?? ""
        if object["operation"] == nil {
            errors.append(FieldError(field: "operation", code: "required", message: "is required"))
        } else if operation.isEmpty {
            errors.append(Self.wrongType("operation", "string"))
        }
        input = object["input"] ?? .object(JSONObject())
        if input.isNull { input = .object(JSONObject()) }
        if input.objectValue == nil { errors.append(Self.wrongType("input", "object")) }
        for name in ["filename", "content_base64"] where input[name] == nil {
            if let value = object[name] { input[name] = value }
        }
        token = object["token"]?.stringValue
        if let given = object["token"], !given.isNull, token == nil { errors.append(Self.wrongType("token", "string")) }
        if !errors.isEmpty { throw Refusal(id: id, problem: .invalid(errors)) }
    }

    private static func wrongType(_ field: String, _ expected: String) -> FieldError {
        let article = expected.first.map("aeiou".contains) == true ? "an" : "a"
        return FieldError(
            field: field, code: "type", message: "must be \(article) \(expected)", parameters: ["expected": expected])
    }

    private static func unknown(_ field: String) -> FieldError {
        guard let nearest = nearestName(to: field, among: members) else {
            return FieldError(field: field, code: "unknown", message: "is no member of a call")
        }
        return FieldError(
            field: field, code: "unknown", message: "is no member of a call; did you mean '\(nearest)'?",
            parameters: ["suggestion": nearest])
    }
}
