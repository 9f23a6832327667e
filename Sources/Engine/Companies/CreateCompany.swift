import Domain
import JSON
import Storage

/// A new company: a client, or one that may become a client.
public struct CreateCompany: RouteOperation {
    public static let contract = Contract(
        "companies.create", .post, "/companies", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create company", fr: "Créer une entreprise"),
        success: 201)

    public var name: Text<200>
    /// The number in the trade register (SIREN, VAT number …); unique.
    public var registrationNo: Text<60>?
    public var industry: Text<120>?
    /// Such as `51-200`.
    public var sizeBand: Text<40>?
    public var website: WebAddress?
    public var description: Text<10_000>?
    public var location: Location?
    /// `prospect` unless said otherwise.
    public var status: Company.Status?
    public var ownerConsultantID: Consultant.ID?
    /// 0 to 100.
    public var defaultFeePercent: Double?
    public var parentID: Company.ID?

    public init(
        name: Text<200>, registrationNo: Text<60>? = nil, industry: Text<120>? = nil, sizeBand: Text<40>? = nil,
        website: WebAddress? = nil, description: Text<10_000>? = nil, location: Location? = nil,
        status: Company.Status? = nil, ownerConsultantID: Consultant.ID? = nil, defaultFeePercent: Double? = nil,
        parentID: Company.ID? = nil
    ) {
        self.name = name
        self.registrationNo = registrationNo
        self.industry = industry
        self.sizeBand = sizeBand
        self.website = website
        self.description = description
        self.location = location
        self.status = status
        self.ownerConsultantID = ownerConsultantID
        self.defaultFeePercent = defaultFeePercent
        self.parentID = parentID
    }

    public func perform(in call: Call) throws -> CompanyView {
        let id = try create(in: call)
        let company = try CompanyReading.find(id, in: call)
        call.note("company", id, after: try JSONValue(encoding: company))
        return company
    }

    /// Makes the row and answers its identifier; the import uses it too.
    func create(in call: Call) throws -> Company.ID {
        try check(in: call)
        let id: Company.ID = call.newID()
        let number = try RowNumbers.next("company", in: call.transaction)
        let location = try location.map { try JSONValue(encoding: $0).serialized() }
        try call.transaction.execute(
            """
            INSERT INTO company (id, created_at, updated_at, created_by, version, row_seq, row_no, name, name_folded,
            registration_no, industry, size_band, website, description, location, status, owner_consultant_id,
            default_fee_percent, parent_id)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()), \(number),
            \(name), \(Folding.key(name.value)), \(registrationNo), \(industry), \(sizeBand), \(website),
            \(description), \(location), \(status ?? .prospect), \(ownerConsultantID), \(defaultFeePercent),
            \(parentID))
            """)
        if let ownerConsultantID {
            try AssignmentWriting.setOwner(ownerConsultantID, of: .company(id), since: nil, in: call)
        }
        return id
    }

    private func check(in call: Call) throws {
        try CompanyRules.check(
            feePercent: defaultFeePercent, parent: parentID, owner: ownerConsultantID, in: call)
        if let registrationNo { try CompanyRules.requireFree(registrationNo: registrationNo.value, in: call) }
    }

    static func isThere(_ id: Company.ID, in call: Call) throws -> Bool {
        try call.transaction.exists("SELECT 1 FROM company WHERE id = \(id) AND deleted_at IS NULL")
    }

    /// The company of that registration number.
    static func registered(_ number: String, in call: Call) throws -> Company.ID? {
        try call.transaction.value(
            "SELECT id FROM company WHERE registration_no = \(number) AND deleted_at IS NULL")
    }
}
