import Domain
import Storage

/// How templates are read from the database.
enum TemplateReading {
    static let columns: SQL = """
        t.id, t.name, t.kind, t.subject, t.body, t.variables, t.locale, t.created_at, t.updated_at, t.version
        """

    static func read(_ columns: inout Columns) throws -> TemplateView {
        TemplateView(
            id: try columns.next(), name: try columns.next(), kind: try columns.next(), subject: try columns.next(),
            body: try columns.next(), variables: try StoredJSON.list(try columns.next()), locale: try columns.next(),
            createdAt: try columns.next(), updatedAt: try columns.next(), version: try columns.next())
    }

    static func one(_ id: Template.ID, in transaction: any Transaction) throws -> TemplateView? {
        try transaction.first(
            "SELECT \(columns) FROM template t WHERE t.id = \(id) AND t.deleted_at IS NULL", read)
    }

    static func find(_ id: Template.ID, in call: Call) throws -> TemplateView {
        guard let template = try one(id, in: call.transaction) else {
            throw Problem.notFound(Phrase(en: "template", fr: "modèle")).about("template", id)
        }
        return template
    }
}
