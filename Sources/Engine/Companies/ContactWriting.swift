import Domain
import JSON
import Storage

/// Writes contacts.
enum ContactWriting {
    /// At most so many addresses, and so many numbers.
    static let listLimit = 20

    static func check(emails: [LabelledEmail]?, phones: [LabelledPhone]?) throws(Problem) {
        var errors: [FieldError] = []
        if emails?.count ?? 0 > listLimit { errors.append(.tooMany("emails", listLimit)) }
        if phones?.count ?? 0 > listLimit { errors.append(.tooMany("phones", listLimit)) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    static func insert(_ contact: ContactView, in call: Call) throws {
        if contact.isPrimary { try demoteOthers(than: contact, in: call) }
        try call.transaction.execute(
            """
            INSERT INTO contact (id, created_at, updated_at, created_by, version, row_seq, company_id, first_name,
            last_name, name_folded, title, emails, phones, is_primary, is_billing, can_email, left_company)
            VALUES (\(contact.id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(contact.companyID), \(contact.firstName), \(contact.lastName), \(key(contact)), \(contact.title),
            \(StoredJSON.text(of: contact.emails)), \(StoredJSON.text(of: contact.phones)), \(contact.isPrimary),
            \(contact.isBilling), \(contact.canEmail), \(contact.leftCompany))
            """)
    }

    static func update(_ contact: ContactView, in call: Call) throws {
        if contact.isPrimary { try demoteOthers(than: contact, in: call) }
        try call.transaction.execute(
            """
            UPDATE contact SET updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()),
            first_name = \(contact.firstName), last_name = \(contact.lastName), name_folded = \(key(contact)),
            title = \(contact.title), emails = \(StoredJSON.text(of: contact.emails)),
            phones = \(StoredJSON.text(of: contact.phones)), is_primary = \(contact.isPrimary),
            is_billing = \(contact.isBilling), can_email = \(contact.canEmail), left_company = \(contact.leftCompany)
            WHERE id = \(contact.id)
            """)
    }

    private static func key(_ contact: ContactView) -> String {
        Folding.key("\(contact.lastName) \(contact.firstName)")
    }

    /// A company has one primary contact: a new one takes the place of the old one.
    private static func demoteOthers(than contact: ContactView, in call: Call) throws {
        let others: [Contact.ID] = try call.transaction.column(
            """
            UPDATE contact SET is_primary = 0, updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE company_id = \(contact.companyID) AND is_primary = 1
            AND deleted_at IS NULL AND id <> \(contact.id) RETURNING id
            """)
        for id in others { call.note("contact", id, before: ["is_primary": true], after: ["is_primary": false]) }
    }
}
