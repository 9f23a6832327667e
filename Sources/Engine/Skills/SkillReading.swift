import Domain
import JSON
import Storage

/// Reads skills; everybody sees all of them.
enum SkillReading {
    /// In the order in which `read` takes them.
    static let columns: SQL =
        "s.id, s.name, s.aliases, s.category_id, s.kind, s.esco_uri, s.onet_code, s.replaced_by, s.version"

    static func read(_ columns: inout Columns) throws -> SkillView {
        SkillView(
            id: try columns.next(), name: try columns.next(), aliases: try StoredJSON.texts(columns.next(), []),
            categoryID: try columns.next(), kind: try columns.next(), escoURI: try columns.next(),
            onetCode: try columns.next(), replacedBy: try columns.next(), version: try columns.next())
    }

    /// The skill, or 404.
    static func find(_ id: Skill.ID, in call: Call) throws -> SkillView {
        let sql: SQL = "SELECT \(columns) FROM skill s WHERE s.id = \(id) AND s.deleted_at IS NULL"
        guard let skill = try call.transaction.first(sql, read) else {
            throw Problem.notFound(Phrase(en: "skill", fr: "compétence")).about("skill", id)
        }
        return skill
    }
}
