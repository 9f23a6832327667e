import Domain
import JSON
import Storage

/// Changes some fields of a company. What the agency decides (status, consultant, fee, group) is for admins.
public struct UpdateCompany: RouteOperation {
    public static let contract = Contract(
        "companies.update", .put, "/companies/{company_id}", access: .roles(employer: .own, admin: .yes),
        effect: .write, Phrase(en: "Update company", fr: "Modifier une entreprise"))

    public var companyID: Company.ID
    public var expectedVersion: Int?
    public var name: Text<200>?
    public var registrationNo: Patch<Text<60>>
    public var industry: Patch<Text<120>>
    public var sizeBand: Patch<Text<40>>
    public var website: Patch<WebAddress>
    public var description: Patch<Text<10_000>>
    public var location: Patch<Location>
    /// Admins only, as what follows.
    public var status: Company.Status?
    public var ownerConsultantID: Patch<Consultant.ID>
    public var defaultFeePercent: Patch<Double>
    public var parentID: Patch<Company.ID>

    public init(
        companyID: Company.ID, expectedVersion: Int? = nil, name: Text<200>? = nil,
        registrationNo: Patch<Text<60>> = .keep, industry: Patch<Text<120>> = .keep,
        sizeBand: Patch<Text<40>> = .keep, website: Patch<WebAddress> = .keep,
        description: Patch<Text<10_000>> = .keep, location: Patch<Location> = .keep, status: Company.Status? = nil,
        ownerConsultantID: Patch<Consultant.ID> = .keep, defaultFeePercent: Patch<Double> = .keep,
        parentID: Patch<Company.ID> = .keep
    ) {
        self.companyID = companyID
        self.expectedVersion = expectedVersion
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
        try checkStaffFields(call.principal)
        try CompanyVisibility.requireFull(companyID, in: call)
        let before = try CompanyReading.find(companyID, in: call)
        let after = applied(to: before)
        try CompanyRules.check(
            feePercent: after.defaultFeePercent, parent: after.parentID == before.parentID ? nil : after.parentID,
            owner: after.ownerConsultantID == before.ownerConsultantID ? nil : after.ownerConsultantID, of: companyID,
            in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "company", companyID)
        guard after != before else { return before }
        if let number = after.registrationNo, number != before.registrationNo {
            try CompanyRules.requireFree(registrationNo: number, except: companyID, in: call)
        }
        try CompanyWriting.update(after, from: before, in: call)
        let answer = try CompanyReading.find(companyID, in: call)
        let changes = try FieldChanges(from: before, to: answer, leavingOut: ["version", "updated_at"])
        call.note("company", companyID, before: changes.before, after: changes.after)
        return answer
    }

    private func checkStaffFields(_ principal: Principal) throws {
        guard !principal.isAdmin else { return }
        var errors: [FieldError] = []
        if status != nil { errors.append(.adminsOnly("status")) }
        if ownerConsultantID != .keep { errors.append(.adminsOnly("owner_consultant_id")) }
        if defaultFeePercent != .keep { errors.append(.adminsOnly("default_fee_percent")) }
        if parentID != .keep { errors.append(.adminsOnly("parent_id")) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    private func applied(to before: CompanyView) -> CompanyView {
        var company = before
        company.name = name?.value ?? before.name
        company.registrationNo = registrationNo.text(before.registrationNo)
        company.industry = industry.text(before.industry)
        company.sizeBand = sizeBand.text(before.sizeBand)
        company.website = website.applied(to: before.website.flatMap { WebAddress($0) })?.value
        company.description = description.text(before.description)
        company.location = location.applied(to: before.location)
        if company.location?.isEmpty == true { company.location = nil }
        company.status = status ?? before.status
        company.ownerConsultantID = ownerConsultantID.applied(to: before.ownerConsultantID)
        company.defaultFeePercent = defaultFeePercent.applied(to: before.defaultFeePercent)
        company.parentID = parentID.applied(to: before.parentID)
        return company
    }
}
