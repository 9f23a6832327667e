/// Guesses what a table's columns mean from their headings, in English and French.
public enum ColumnGuess {
    /// The mapping of the columns that are known, and the columns that are not.
    public static func mapping(
        of columns: [String], for kind: ImportKind
    ) -> (mapping: ColumnMapping, unknown: [String]) {
        var mapping = ColumnMapping()
        var taken: Set<String> = []
        // "@type" and its like say what an object is, not what it holds.
        let folded = columns.filter { !$0.contains("@") }.map { ($0, fold($0)) }
        for field in kind.fields {
            var found: [String] = []
            for synonym in field.synonyms {
                for (column, name) in folded where name == synonym && !taken.contains(column) {
                    if !found.contains(column) { found.append(column) }
                }
                // Only the likeliest heading counts, except for lists, which gather.
                if !found.isEmpty { break }
            }
            guard !found.isEmpty else { continue }
            taken.formUnion(found)
            mapping.rules.append((field.name, ColumnMapping.Rule(columns: found)))
        }
        return (mapping, columns.filter { !taken.contains($0) })
    }

    /// `datePosted`, `date_posted` and `Date posted` are one. A note in parentheses or a star is passed over.
    static func fold(_ column: String) -> String {
        var text = ""
        var previous: Character = " "
        for character in column {
            if character == "(" || character == "[" { break }
            if character.isUppercase && previous.isLowercase { text.append(" ") }
            text.append(character)
            previous = character
        }
        let folded = text.folded
        return folded.isEmpty ? column.folded : folded
    }
}
