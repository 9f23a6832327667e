import Domain
import Storage

/// How a company hires.
public struct GetHiringPreferences: RouteOperation {
    public static let contract = Contract(
        "companies.hiringPreferences.get", .get, "/companies/{company_id}/hiring-preferences",
        access: .roles(employer: .own, admin: .yes), effect: .read,
        Phrase(en: "Get hiring preferences", fr: "Préférences de recrutement d’une entreprise"))

    public var companyID: Company.ID

    public init(companyID: Company.ID) { self.companyID = companyID }

    public func perform(in call: Call) throws -> HiringPreferencesView {
        try CompanyVisibility.requireFull(companyID, in: call)
        return try HiringPreferencesReading.of(companyID, in: call.transaction)
    }
}
