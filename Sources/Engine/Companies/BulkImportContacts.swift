import Domain
import JSON
import Storage

/// Imports up to 1,000 contacts. A contact of the same company with one of the e-mail addresses, or with the same name
/// where either side has no address, is matched and not changed.
public struct BulkImportContacts: RouteOperation {
    public static let contract = Contract(
        "contacts.bulkImport", .post, "/contacts/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import contacts", fr: "Importer des contacts"), isContract: false)

    public var rows: ImportRows<ContactImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    /// Makes companies that are named and not on file, as prospects.
    public var createCompanies: Bool?
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<ContactImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        createCompanies: Bool? = nil, idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.createCompanies = createCompanies
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) },
            {
                try BulkImport(targetType: "contact", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
                    { row in try row.handle(makesCompanies: createCompanies ?? false, in: call) }
                }
            })
    }
}

/// One contact of an import. The company is named by its identifier, its registration number or its name.
public struct ContactImportRow: Codable, Sendable {
    public var companyID: Company.ID?
    public var companyRegistrationNo: Text<60>?
    public var companyName: Text<200>?
    public var firstName: Text<120>
    public var lastName: Text<120>
    public var title: Text<200>?
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var isPrimary: Bool?
    public var isBilling: Bool?
    public var canEmail: Bool?
    public var leftCompany: Bool?

    func handle(makesCompanies: Bool, in call: Call) throws -> ImportOutcome {
        try ContactWriting.check(emails: emails, phones: phones)
        let company = try CompanyNaming(id: companyID, registrationNo: companyRegistrationNo, name: companyName)
            .find(makes: makesCompanies, in: call)
        if let known = try known(at: company, in: call.transaction) { return .matched(known.cast()) }
        let contact = try AddContact(
            companyID: company, firstName: firstName, lastName: lastName, title: title, emails: emails, phones: phones,
            isPrimary: isPrimary, isBilling: isBilling, canEmail: canEmail, leftCompany: leftCompany
        ).add(in: call)
        return .created(contact.id.cast())
    }

    private func known(at company: Company.ID, in transaction: any Transaction) throws -> Contact.ID? {
        let own = Set((emails ?? []).map(\.value.folded))
        let name = Folding.key("\(lastName.value) \(firstName.value)")
        var found: Contact.ID?
        try transaction.forEach(
            """
            SELECT id, name_folded, emails FROM contact WHERE company_id = \(company) AND deleted_at IS NULL
            ORDER BY created_at, id
            """
        ) { row in
            var columns = Columns(row)
            let id: Contact.ID = try columns.next()
            let key: String = try columns.next()
            let addresses = try StoredJSON.texts(columns.next(), ["value"]).map { $0.lowercased() }
            let isSame = own.isEmpty || addresses.isEmpty ? key == name : !own.isDisjoint(with: addresses)
            if isSame { found = id }
            return found == nil
        }
        return found
    }
}
