import Domain
import Engine
import JSON

/// The page of all operations, made from the catalogue.
enum OperationPage {
    private static let callers: [Role?] = [nil] + Role.allCases

    static var text: String {
        var lines = [
            "# Operations", "",
            "Generated from the catalogue; `RECORD_SNAPSHOTS=1 swift test --filter Golden` rewrites it. Paths are below",
            "`/api/v1`. A cell says on which rows a caller may use the operation: `yes` all, `scoped` those inside its",
            "scope, `own` its own, `limited` what is public, `no` none.", "",
            "| operation | method | path | " + callers.map(name).joined(separator: " | ") + " |",
            "| --- | --- | --- |" + String(repeating: " --- |", count: callers.count),
        ]
        let contracts = Catalogue.operations.map { $0.contract }
        for contract in contracts {
            let cells = callers.map { contract.access.cell(for: $0).rawValue }.joined(separator: " | ")
            lines.append("| `\(contract.id)` | \(contract.method.rawValue) | `\(contract.path)` | \(cells) |")
        }
        for type in Catalogue.operations { lines += section(type) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ role: Role?) -> String { role?.rawValue ?? "anonymous" }

    private static func section(_ type: any RouteOperation.Type) -> [String] {
        let contract = type.contract
        var facts = [contract.effect == .read ? "reads" : "writes", "answers \(contract.success)"]
        if !contract.isContract { facts.append("beside the contract") }
        var lines = [
            "", "## \(contract.id)", "", "\(contract.summary.english) (\(facts.joined(separator: ", "))).", "",
        ]
        let fields = Shape.fields(of: type)
        if fields.isEmpty { return lines + ["No input."] }
        lines += ["| field | | what it takes |", "| --- | --- | --- |"]
        for field in fields {
            let presence = field.isOptional || field.hasDefault ? "optional" : "required"
            lines.append("| `\(field.name)` | \(presence) | \(words(JSONValue.schema(of: field.type))) |")
        }
        return lines
    }

    /// A JSON Schema in a few words.
    private static func words(_ schema: JSONValue) -> String {
        if let choices = schema["anyOf"]?.arrayValue { return choices.map(words).joined(separator: " or ") }
        if let values = schema["enum"]?.arrayValue {
            return values.compactMap(\.stringValue).map { "`\($0)`" }.joined(separator: ", ")
        }
        switch schema["type"]?.stringValue {
        case "array":
            return "list of " + (schema["items"].map(words) ?? "anything")
        case "object":
            let fields = schema["properties"]?.objectValue?.keys ?? []
            return fields.isEmpty ? "object" : "object {" + fields.joined(separator: ", ") + "}"
        case let kind?:
            let details = [schema["format"]?.stringValue, bounds(schema), standing(schema)].compactMap { $0 }
            return kind + (details.isEmpty ? "" : " (" + details.joined(separator: ", ") + ")")
        case nil: return "anything"
        }
    }

    private static func bounds(_ schema: JSONValue) -> String? {
        let minimum = schema["minimum"] ?? schema["minLength"]
        let maximum = schema["maximum"] ?? schema["maxLength"]
        switch (minimum, maximum) {
        case (let minimum?, let maximum?): return "\(minimum)–\(maximum)"
        case (let minimum?, nil): return "at least \(minimum)"
        case (nil, let maximum?): return "at most \(maximum)"
        case (nil, nil): return nil
        }
    }

    private static func standing(_ schema: JSONValue) -> String? { schema["default"].map { "\($0) unless given" } }
}
