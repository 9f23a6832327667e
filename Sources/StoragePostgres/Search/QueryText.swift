import Storage

/// Writes a search query in the language of `tsquery`. Every word is quoted, so that nothing a person types is taken
/// for an operator.
struct QueryText {
    let collection: SearchCollection

    /// The condition on the collection's table; `nil` for one that no document can meet.
    func condition(_ query: SearchQuery) -> SQL? {
        guard let words = text(query) else { return nil }
        let table = SQL(trusted: "\"\(collection.name)\"")
        let found: SQL = "\(table).words @@ CAST(\(words) AS tsquery)"
        // The index knows no order of words: those who have all of them are looked at again.
        guard Self.hasPhrase(query), let exact = exact(query) else { return found }
        return "(\(found) AND \(exact))"
    }

    // MARK: The words

    /// A query that finds at least what is looked for, and exactly that where no phrase is in it.
    private func text(_ query: SearchQuery) -> String? {
        switch query {
        case .word(let word, let fields): return term(word, fields, "")
        case .prefix(let start, let fields): return term(start, fields, ":*")
        case .phrase(let words, let fields):
            let parts = words.map { term($0, fields, "") }
            return parts.isEmpty || parts.contains(nil) ? nil : joined(parts.compactMap(\.self), " & ")
        case .all(let parts):
            let texts = parts.map(text)
            return texts.contains(nil) ? nil : joined(texts.compactMap(\.self), " & ")
        case .any(let parts): return joined(parts.compactMap(text), " | ")
        case .except(let wanted, let unwanted):
            guard let wanted = text(wanted) else { return nil }
            guard !Self.hasPhrase(unwanted), let unwanted = text(unwanted) else { return wanted }
            return "(\(wanted) & !\(unwanted))"
        }
    }

    private func term(_ word: String, _ fields: [String], _ suffix: String) -> String? {
        guard !fields.isEmpty else { return DocumentWords.key(word, field: nil).map { Self.quoted($0) + suffix } }
        let known = collection.fields.indices.filter { fields.contains(collection.fields[$0]) }
        return joined(
            known.compactMap { field in DocumentWords.key(word, field: field).map { Self.quoted($0) + suffix } }, " | ")
    }

    private func joined(_ texts: [String], _ separator: String) -> String? {
        switch texts.count {
        case 0: nil
        case 1: texts[0]
        default: "(\(texts.joined(separator: separator)))"
        }
    }

    // MARK: The order of the words

    /// The query as a condition that looks at the documents themselves where words have to be in a row.
    private func exact(_ query: SearchQuery) -> SQL? {
        guard Self.hasPhrase(query) else {
            return text(query).map { "\(SQL(trusted: "\"\(collection.name)\"")).words @@ CAST(\($0) AS tsquery)" }
        }
        switch query {
        case .word, .prefix: return nil
        case .phrase(let words, let fields): return inRow(words, fields)
        case .all(let parts):
            let conditions = parts.map(exact)
            return conditions.contains(nil) ? nil : group(conditions.compactMap(\.self), " AND ")
        case .any(let parts): return group(parts.compactMap(exact), " OR ")
        case .except(let wanted, let unwanted):
            guard let wanted = exact(wanted) else { return nil }
            guard let unwanted = exact(unwanted) else { return wanted }
            return "(\(wanted) AND NOT \(unwanted))"
        }
    }

    private func inRow(_ words: [String], _ fields: [String]) -> SQL? {
        guard words.allSatisfy({ DocumentWords.key($0, field: nil) != nil }) else { return nil }
        let wanted = " " + words.joined(separator: " ") + " "
        let known = collection.fields.indices.filter { fields.isEmpty || fields.contains(collection.fields[$0]) }
        return group(
            known.map { field in
                let column = SQL(trusted: "\"\(collection.name)\".\(SearchTables.column(field))")
                return "strpos(' ' || \(column) || ' ', \(wanted)) > 0"
            }, " OR ")
    }

    private func group(_ conditions: [SQL], _ separator: SQL) -> SQL? {
        conditions.isEmpty ? nil : "(\(conditions.joined(separator: separator)))"
    }

    private static func hasPhrase(_ query: SearchQuery) -> Bool {
        switch query {
        case .word, .prefix: false
        // One word has no order.
        case .phrase(let words, _): words.count > 1
        case .all(let parts), .any(let parts): parts.contains(where: hasPhrase)
        case .except(let wanted, let unwanted): hasPhrase(wanted) || hasPhrase(unwanted)
        }
    }

    /// A quoted word of `tsquery`, in which quotes and backslashes are written twice.
    private static func quoted(_ word: String) -> String {
        var result = "'"
        for scalar in word.unicodeScalars {
            if scalar == "'" || scalar == "\\" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
        }
        return result + "'"
    }
}
