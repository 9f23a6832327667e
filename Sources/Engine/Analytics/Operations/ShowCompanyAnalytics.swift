import Domain
import JSON
import Storage

/// One company's jobs and applications of a period.
public struct ShowCompanyAnalytics: RouteOperation {
    public static let contract = Contract(
        "companies.analytics", .get, "/companies/{company_id}/analytics",
        access: .roles(employer: .own, admin: .yes), effect: .read,
        Phrase(en: "Company analytics", fr: "Analyse d’une entreprise"))

    public var companyID: Company.ID
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var sourceID: Source.ID?

    public init(companyID: Company.ID, from: CalendarDate? = nil, to: CalendarDate? = nil, sourceID: Source.ID? = nil) {
        self.companyID = companyID
        self.from = from
        self.to = to
        self.sourceID = sourceID
    }

    /// What comes back.
    public struct CompanyAnalytics: Codable, Sendable {
        public var companyID: Company.ID
        public var name: String
        public var jobs: JobFigures
        public var analytics: ApplicationAnalytics
    }

    public func perform(in call: Call) throws -> CompanyAnalytics {
        let company = try CompanyReading.find(companyID, in: call)
        guard CompanyVisibility.seesInFull(call.principal, company: companyID) else {
            throw Problem.notAllowed(
                Phrase(
                    en: "These are the figures of another company.",
                    fr: "Ce sont les chiffres d’une autre entreprise.")
            ).about("company", companyID)
        }
        let analysis = try Analysis(call, from: from, to: to).filtered(company: companyID, source: sourceID)
        let hires = try analysis.hires()
        return CompanyAnalytics(
            companyID: companyID, name: company.name, jobs: try analysis.jobFigures(hires),
            analytics: try analysis.applicationAnalytics(hires))
    }
}
