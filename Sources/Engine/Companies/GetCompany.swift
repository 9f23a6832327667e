import Domain

/// One company, with the fields that the caller may see.
public struct GetCompany: RouteOperation {
    public static let contract = Contract(
        "companies.get", .get, "/companies/{company_id}", access: .signedIn, effect: .read,
        Phrase(en: "Get company details", fr: "Lire une entreprise"))

    public var companyID: Company.ID

    public init(companyID: Company.ID) { self.companyID = companyID }

    public func perform(in call: Call) throws -> CompanyView { try CompanyReading.find(companyID, in: call) }
}
