import Domain
import Engine
import JSON

/// A form made of the input of an operation, field by field, with the names that the API has for them.
enum OperationForm {
    /// Operations that another form does better, or whose answer is a secret that belongs on no screen.
    static func hasOwnForm(_ operation: String) -> Bool {
        ["candidates.cv.upload", "auth.login", "auth.refresh"].contains(operation)
    }

    /// The fields of an operation's input, those with a value in `known` filled.
    static func fields(
        of operation: any RouteOperation.Type, known: [String: String], _ language: Language
    ) -> [FormField] {
        let schema = JSONValue.schema(of: operation)
        let types = Dictionary(Shape.fields(of: operation).map { ($0.name, $0.type) }) { first, _ in first }
        return fields(of: schema, under: "", isRequired: true, types: types, known, language)
    }

    private static func fields(
        of schema: JSONValue, under path: String, isRequired: Bool, types: [String: any Decodable.Type],
        _ known: [String: String], _ language: Language
    ) -> [FormField] {
        let required = Set(schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [])
        guard let properties = schema["properties"]?.objectValue else { return [] }
        return properties.flatMap { key, value -> [FormField] in
            let name = path.isEmpty ? key : "\(path).\(key)"
            let isPatch = value["anyOf"] != nil
            let plain = value["anyOf"]?[0] ?? value
            let isNeeded = isRequired && required.contains(key) && !isPatch
            if path.isEmpty, plain["type"]?.stringValue == "object", plain["properties"] != nil {
                return fields(of: plain, under: name, isRequired: isNeeded, types: [:], known, language)
            }
            let kind = kind(of: plain, name: key, type: types[key], isRequired: isNeeded, language)
            return [
                FormField(
                    name, name, kind, value: known[name] ?? "", isRequired: isNeeded,
                    help: help(for: plain, kind, isPatch: isPatch, language))
            ]
        }
    }

    private static func kind(
        of schema: JSONValue, name: String, type: (any Decodable.Type)?, isRequired: Bool, _ language: Language
    ) -> FormField.Kind {
        if type == Instant.self || type == Patch<Instant>.self { return .dateAndTime }
        if type == CalendarDate.self || type == Patch<CalendarDate>.self { return .date }
        if let allowed = schema["enum"]?.arrayValue?.compactMap(\.stringValue) {
            return .choice((isRequired ? [] : [("", "–")]) + allowed.map { ($0, $0) })
        }
        switch schema["type"]?.stringValue {
        case "boolean":
            return .choice([("", "–"), ("true", FormWords.yes[language]), ("false", FormWords.no[language])])
        case "integer", "number": return .number
        case "string" where name.contains("password"): return .secret(limit: 1_000)
        case "string":
            let limit = schema["maxLength"]?.integerValue.map { Int($0) } ?? 1_000
            return limit > 500 && schema["maxLength"] != nil ? .longText(limit: limit) : .text(limit: limit)
        default: return .longText(limit: 1_000_000)
        }
    }

    private static func help(
        for schema: JSONValue, _ kind: FormField.Kind, isPatch: Bool, _ language: Language
    ) -> String? {
        var parts: [String] = []
        if isPatch {
            parts.append(Phrase(en: "empty: stays; null: cleared", fr: "vide : inchangé ; null : effacé")[language])
        }
        if isList(schema) {
            parts.append(Phrase(en: "several: a, b", fr: "plusieurs : a, b")[language])
        } else if isJSON(schema) {
            parts.append("JSON")
        }
        if let minimum = schema["minimum"]?.integerValue, let maximum = schema["maximum"]?.integerValue {
            parts.append("\(minimum)–\(maximum)")
        }
        if parts.isEmpty { return FormWords.help(for: kind)?[language] }
        return parts.joined(separator: " · ")
    }

    /// A list of texts or numbers, which may be typed with commas.
    private static func isList(_ schema: JSONValue) -> Bool {
        guard schema["type"]?.stringValue == "array", let item = schema["items"]?["type"]?.stringValue else {
            return false
        }
        return item != "object" && item != "array"
    }

    private static func isJSON(_ schema: JSONValue) -> Bool {
        switch schema["type"]?.stringValue {
        case "string", "integer", "number", "boolean": false
        case "array": !isList(schema)
        default: schema["enum"] == nil
        }
    }

    /// The input that the values of the form make. Texts that are JSON for a field that takes JSON are read as such.
    static func input(
        of operation: any RouteOperation.Type, _ values: [String: String], _ language: Language
    ) -> Result<FormInput, FormFault> {
        let schema = JSONValue.schema(of: operation)
        var input = FormInput()
        for (name, text) in values.sorted(by: { $0.key < $1.key }) {
            guard let text = text.nonBlank else { continue }
            let property = property(name, in: schema)
            let plain = property?["anyOf"]?[0] ?? property ?? .null
            if property?["anyOf"] != nil, text == "null" {
                input.set(name, .null)
            } else if isJSON(plain) {
                guard let json = try? JSONValue(parsing: text) else {
                    let fault = Phrase(en: "is no valid JSON", fr: "n’est pas du JSON valide")
                    return .failure(FormFault([name: fault[language]]))
                }
                input.set(name, json)
            } else if isList(plain) {
                input.set(name, .array(RecordChanges.items(text).map { .string($0) }))
            } else {
                input.set(name, text)
            }
        }
        return .success(input)
    }

    private static func property(_ name: String, in schema: JSONValue) -> JSONValue? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first, let found = schema["properties"]?[first] else { return nil }
        guard parts.count == 2 else { return found }
        return (found["anyOf"]?[0] ?? found)["properties"]?[parts[1]]
    }
}
