import Domain
import JSON

/// The answer of an operation as lines to read: a name and a value each, lists as numbered headings.
enum AnswerPage {
    /// The most lines; an answer may be a whole page of records.
    private static let limit = 5_000

    static func lines(_ body: JSONValue, _ language: Language) -> [HelpPage.Line] {
        var lines: [HelpPage.Line] = []
        if let data = body["data"]?.arrayValue, let total = body["total"]?.integerValue {
            let shown = NumberWords.count(data.count, language)
            let all = NumberWords.count(
                Int(total), isExact: body["total_exact"]?.boolValue ?? true, language)
            lines.append(.text(Phrase(en: "\(shown) of \(all)", fr: "\(shown) sur \(all)")[language]))
            for (number, item) in data.enumerated() {
                lines.append(.heading("\(number + 1). \(title(of: item))"))
                add(item, "", &lines, language)
            }
        } else {
            add(body, "", &lines, language)
        }
        return Array(lines.prefix(limit))
    }

    private static func add(_ value: JSONValue, _ path: String, _ lines: inout [HelpPage.Line], _ language: Language) {
        switch value {
        case .null: break
        case .object(let object):
            for (key, member) in object { add(member, path.isEmpty ? key : "\(path).\(key)", &lines, language) }
        case .array(let items):
            let plain = items.compactMap { text($0, language) }
            if plain.count == items.count {
                if !plain.isEmpty { lines.append(.entry(name: path, text: plain.joined(separator: ", "))) }
            } else {
                for (number, item) in items.enumerated() { add(item, "\(path)[\(number)]", &lines, language) }
            }
        default: lines.append(.entry(name: path, text: text(value, language) ?? ""))
        }
    }

    private static func text(_ value: JSONValue, _ language: Language) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let flag): (flag ? FormWords.yes : FormWords.no)[language]
        case .null, .array, .object: nil
        }
    }

    /// What an item of a list is called.
    private static func title(of item: JSONValue) -> String {
        for key in ["candidate_name", "title", "name", "filename", "body", "id"] {
            if let text = item[key]?.stringValue { return String(text.prefix(80)) }
        }
        let names = ["first_name", "last_name"].compactMap { item[$0]?.stringValue }
        return names.joined(separator: " ")
    }
}
