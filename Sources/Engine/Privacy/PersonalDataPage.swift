import Domain
import JSON

/// Everything that is kept on a person as one readable page that needs nothing else: no script, no picture, no address
/// to load from. Every value is escaped.
struct PersonalDataPage {
    let title: String
    let asOf: Instant
    let sections: JSONObject
    let withheldNotes: Int
    let language: Language

    func html() -> String {
        var page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Self.escaped(title))</title><style>
            body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
            h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%;margin:0 0 1rem}
            th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{width:14rem;background:#f4f4f4;font-weight:normal}td{white-space:pre-wrap}
            </style></head><body>
            <h1>\(Self.escaped(title))</h1>
            <p>\(Self.escaped(preface[language]))</p>

            """
        for (name, section) in sections {
            let rows = section["rows"]?.arrayValue ?? []
            page += "<h2>\(Self.escaped(section["title"]?.stringValue ?? name)) (\(rows.count))</h2>\n"
            for row in rows {
                page += "<table>\n"
                for (key, value) in row.objectValue ?? JSONObject() where ColumnLabels.isShown(key) {
                    let text = text(value)
                    guard !text.isEmpty else { continue }
                    let label = ColumnLabels.label(key, language)
                    page += "<tr><th>\(Self.escaped(label))</th><td>\(Self.escaped(text))</td></tr>\n"
                }
                page += "</table>\n"
            }
            if section["truncated"] == true { page += "<p>\(Self.escaped(Self.truncated[language]))</p>\n" }
        }
        if withheldNotes > 0 {
            page += "<p>\(Self.escaped(withheld[language]))</p>\n"
        }
        return page + "</body></html>\n"
    }

    private var preface: Phrase {
        let day = asOf.description
        return Phrase(
            en: "Everything that is kept on this person, as of \(day). Times are UTC. Identifiers and what is empty "
                + "are in the JSON only.",
            fr: "Tout ce qui est conservé sur cette personne, au \(day). Heures UTC. Les identifiants et ce qui est "
                + "vide ne figurent que dans le JSON.")
    }

    private static let truncated = Phrase(
        en: "There are more of these than are shown.", fr: "Il y en a davantage que ce qui est montré.")

    private var withheld: Phrase {
        Phrase(
            en: "\(withheldNotes) notes are others' own and are not shown (GDPR, article 15(4)).",
            fr: "\(withheldNotes) notes, propres à leurs auteurs, ne figurent pas ici (RGPD, article 15(4)).")
    }

    /// A value in words; empty for what holds nothing.
    private func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): return text
        case .bool(let isTrue): return (isTrue ? Phrase(en: "yes", fr: "oui") : Phrase(en: "no", fr: "non"))[language]
        case .null: return ""
        case .array(let list): return list.map { text($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
        case .object(let members):
            return members.compactMap { key, value in
                let words = text(value)
                return words.isEmpty ? nil : "\(ColumnLabels.label(key, language)): \(words)"
            }.joined(separator: ", ")
        default: return value.serialized()
        }
    }

    /// For text and attributes alike. Control characters have no place in a page.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            default: if !TextRules.isForbidden(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
