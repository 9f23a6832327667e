import Domain
import Storage

/// Reads contacts. Whoever may see a company in full sees all of its contacts.
enum ContactReading {
    /// In the order in which `read` takes them.
    static let columns: SQL = """
        t.id, t.company_id, t.created_at, t.updated_at, t.version, t.first_name, t.last_name, t.title, t.emails,
        t.phones, t.is_primary, t.is_billing, t.can_email, t.left_company
        """

    static func read(_ columns: inout Columns) throws -> ContactView {
        ContactView(
            id: try columns.next(), companyID: try columns.next(), createdAt: try columns.next(),
            updatedAt: try columns.next(), version: try columns.next(), firstName: try columns.next(),
            lastName: try columns.next(), title: try columns.next(), emails: try StoredJSON.directList(columns.next()),
            phones: try StoredJSON.directList(columns.next()), isPrimary: try columns.next(),
            isBilling: try columns.next(), canEmail: try columns.next(), leftCompany: try columns.next())
    }

    /// The contact of that company; the company's rights are the caller's to check first.
    static func find(_ id: Contact.ID, of company: Company.ID, in call: Call) throws -> ContactView {
        let sql: SQL = """
            SELECT \(columns) FROM contact t WHERE t.id = \(id) AND t.company_id = \(company) AND t.deleted_at IS NULL
            """
        guard let contact = try call.transaction.first(sql, read) else {
            throw Problem.notFound(Phrase(en: "contact of this company", fr: "contact de cette entreprise"))
                .about("contact", id)
        }
        return contact
    }
}
