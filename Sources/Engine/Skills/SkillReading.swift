import Domain
import JSON
import Storage

/// Reads skills; everybody sees all of them.
enum SkillReading {
    /// In the order in which `read` takes them.
    static let columns: SQL =
        "s.id, s.name, s.aliases, s.category_id, s.kind, s.esco_uri, s.onet_code, s.replaced_by"

    static func read(_ columns: inout Columns) throws -> SkillView {
        SkillView(
            id: try columns.next(), name: try columns.next(), aliases: try aliases(columns.next()),
            categoryID: try columns.next(), kind: try columns.next(), escoURI: try columns.next(),
            onetCode: try columns.next(), replacedBy: try columns.next())
    }

    private static func aliases(_ text: String) throws -> [String] {
        guard text != "[]" else { return [] }
        return (try JSONValue(parsing: Array(text.utf8)).arrayValue ?? []).compactMap(\.stringValue)
    }
}
