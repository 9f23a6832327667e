import Domain
import JSON
import Storage

/// A new company: a client, or one that may become a client.
public struct CreateCompany: RouteOperation {
    public static let contract = Contract(
        "companies.create", .post, "/companies", access: .roles(admin: .yes), effect: .write, "Create company",
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
        return id
    }

    private func check(in call: Call) throws {
        var errors: [FieldError] = []
        if let percent = defaultFeePercent, !(percent >= 0 && percent <= 100) {
            errors.append(
                FieldError(
                    field: "default_fee_percent", code: "out_of_range", message: "must be between 0 and 100",
                    parameters: ["french": "doit être compris entre 0 et 100"]))
        }
        if let parentID, try !Self.isThere(parentID, in: call) {
            errors.append(
                FieldError(
                    field: "parent_id", code: "not_found", message: "is no company",
                    parameters: ["french": "cette entreprise n’existe pas"]))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        if let ownerConsultantID { try JobRules.checkConsultant(ownerConsultantID, in: call) }
        guard let registrationNo else { return }
        if let other = try Self.registered(registrationNo.value, in: call) {
            throw Problem.conflict(
                Phrase(
                    en: "Another company has the registration number \(registrationNo.value).",
                    fr: "Une autre entreprise porte déjà le numéro \(registrationNo.value)."),
                members: ["company_id": .string(other.description)])
        }
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
