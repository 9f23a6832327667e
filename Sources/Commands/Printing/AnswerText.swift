import Domain
import JSON
import Terminal

/// An answer for a person: aligned names and values for one thing, a table for a list.
struct AnswerText {
    private let width: Int
    private let paint: Paint
    private let language: Language

    init(_ context: CommandContext) {
        width = context.output.columns ?? 120
        paint = context.paint
        language = context.language
    }

    func lines(_ body: JSONValue) -> [String] {
        if let list = body["data"]?.arrayValue { return table(list) + footer(body, list.count) }
        if let list = body.arrayValue { return table(list) }
        return fields(body, indent: 0)
    }

    // MARK: One thing

    private func fields(_ value: JSONValue, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        guard let object = value.objectValue else { return [margin + text(value)] }
        var pairs: [(name: String, value: JSONValue)] = []
        flatten(object, prefix: "", into: &pairs)
        let widest = pairs.reduce(0) { max($0, CellText.width($1.name)) }
        var lines: [String] = []
        for (name, value) in pairs {
            if let items = value.arrayValue, items.contains(where: { $0.objectValue != nil }) {
                lines.append(margin + paint.strong(Printing.clean(name)))
                lines += table(items).map { margin + "  " + $0 }
                continue
            }
            let label = paint.faint(CellText.padRight(Printing.clean(name), to: widest))
            let words = wrapped(value, width: max(20, width - indent - widest - 2))
            lines.append("\(margin)\(label)  \(words.first ?? "")")
            let hanging = margin + String(repeating: " ", count: widest + 2)
            lines += words.dropFirst().map { hanging + $0 }
        }
        return lines
    }

    /// The members of inner objects come under names with dots; empty ones are left out.
    private func flatten(_ object: JSONObject, prefix: String, into pairs: inout [(name: String, value: JSONValue)]) {
        for (key, value) in object {
            switch value {
            case .null: continue
            case .array(let items) where items.isEmpty: continue
            case .object(let inner): flatten(inner, prefix: prefix + key + ".", into: &pairs)
            default: pairs.append((prefix + key, value))
            }
        }
    }

    private func wrapped(_ value: JSONValue, width: Int) -> [String] {
        guard let text = value.stringValue else { return [self.text(value)] }
        return CellText.wrap(CellText.printable(text, keepingLines: true), to: width)
    }

    // MARK: Lists

    private func table(_ items: [JSONValue]) -> [String] {
        guard items.contains(where: { $0.objectValue != nil }) else { return items.map { Printing.clean(text($0)) } }
        var names: [String] = []
        var rows: [[String: String]] = []
        for item in items {
            var row: [String: String] = [:]
            for (key, value) in item.objectValue ?? JSONObject() where !value.isNull {
                let cell = cell(value)
                guard !cell.isEmpty else { continue }
                row[key] = cell
                if !names.contains(key) { names.append(key) }
            }
            rows.append(row)
        }
        // What tells one row from another comes first; the bookkeeping comes last.
        let last = ["created_at", "updated_at", "created_by", "version"]
        names = names.filter { !last.contains($0) } + names.filter(last.contains)
        var table = TextTable(names, widest: 36)
        for row in rows { table.add(names.map { row[$0] ?? "" }) }
        return table.lines(width: width, paint: paint)
    }

    /// A value in a table: of a list of things only how many there are.
    private func cell(_ value: JSONValue) -> String {
        if let items = value.arrayValue, items.contains(where: { $0.objectValue != nil }) { return "[\(items.count)]" }
        return text(value)
    }

    private func footer(_ body: JSONValue, _ count: Int) -> [String] {
        guard let total = body["total"]?.integerValue else { return [] }
        let atLeast = body["total_exact"]?.boolValue == false
        let number = Printing.number(Int(total), language) + (atLeast ? "+" : "")
        guard let page = body["page"]?.integerValue, let pages = body["pages"]?.integerValue, pages > 0 else {
            return [paint.faint(Phrase(en: "\(count) of \(number)", fr: "\(count) sur \(number)")[language])]
        }
        return [
            paint.faint(
                Phrase(
                    en: "page \(page) of \(pages), \(number) in all",
                    fr: "page \(page) sur \(pages), \(number) au total")[
                        language])
        ]
    }

    /// A value on one line.
    private func text(_ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .bool(let flag): return Phrase(en: flag ? "yes" : "no", fr: flag ? "oui" : "non")[language]
        case .string(let text): return text
        case .array(let items): return items.map(text).joined(separator: ", ")
        case .object(let object):
            return object.compactMap { _, value in
                let inner = text(value)
                return inner.isEmpty ? nil : inner
            }
            .joined(separator: " ")
        case .integer, .number: return value.serialized()
        }
    }
}
