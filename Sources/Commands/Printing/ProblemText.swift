import Domain
import JSON

/// Says a problem answer (RFC 9457) to a person, on standard error.
enum ProblemText {
    static func print(_ body: JSONValue, to context: CommandContext) {
        for line in lines(body, context.language) { context.errors.line(line) }
    }

    /// `rplus: Not valid: …`, then a line for each field.
    static func lines(_ body: JSONValue, _ language: Language) -> [String] {
        let title = body["title"]?.stringValue ?? ""
        let detail = body["detail"]?.stringValue ?? ""
        let colon = language == .french ? " : " : ": "
        var lines = [Printing.clean("rplus: " + [title, detail].filter { !$0.isEmpty }.joined(separator: colon))]
        for error in body["errors"]?.arrayValue ?? [] {
            let field = error["field"]?.stringValue ?? ""
            let message = error["message"]?.stringValue ?? ""
            lines.append(Printing.clean("  " + [field, message].filter { !$0.isEmpty }.joined(separator: colon)))
        }
        if let moves = body["allowed"]?.arrayValue {
            let names = moves.compactMap(\.stringValue).joined(separator: ", ")
            let label = Phrase(en: "Possible moves", fr: "Étapes possibles")[language]
            lines.append(Printing.clean("  \(label)\(colon)\(names.isEmpty ? "-" : names)"))
        }
        return lines
    }
}
