import Domain
import JSON
import Storage

/// Reads companies as the caller may see them.
enum CompanyReading {
    static let thing = Phrase(en: "company", fr: "entreprise")

    /// In the order in which `read` takes them.
    static let columns: SQL = """
        c.id, c.name, c.industry, c.size_band, c.website, c.description, c.location, c.created_at, c.updated_at,
        c.version, c.registration_no, c.status, c.owner_consultant_id, c.default_fee_percent, c.parent_id
        """

    static func read(_ columns: inout Columns, for principal: Principal) throws -> CompanyView {
        var company = CompanyView(id: try columns.next(), name: try columns.next())
        company.industry = try columns.next()
        company.sizeBand = try columns.next()
        company.website = try columns.next()
        company.description = try columns.next()
        if let text: String = try columns.next() {
            company.location = try JSONValue(parsing: Array(text.utf8)).decoded(unknownFields: .ignore, isStored: true)
        }
        guard CompanyVisibility.seesInFull(principal, company: company.id) else { return company }
        company.createdAt = try columns.next()
        company.updatedAt = try columns.next()
        company.version = try columns.next()
        company.registrationNo = try columns.next()
        company.status = try columns.next()
        company.ownerConsultantID = try columns.next()
        company.defaultFeePercent = try columns.next()
        company.parentID = try columns.next()
        return company
    }

    /// The company, or 404 where the caller may not see it.
    static func find(_ id: Company.ID, in call: Call) throws -> CompanyView {
        let sql: SQL = """
            SELECT \(columns) FROM company c WHERE c.id = \(id) AND \(CompanyVisibility.condition(call.principal))
            """
        guard let company = try call.transaction.first(sql, { try read(&$0, for: call.principal) }) else {
            throw Problem.notFound(thing)
        }
        return company
    }
}
