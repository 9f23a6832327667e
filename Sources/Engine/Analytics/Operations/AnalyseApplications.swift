import Domain
import JSON
import Storage

/// Applications of a period: how far they came, how long it took, where they came from.
public struct AnalyseApplications: RouteOperation {
    public static let contract = Contract(
        "analytics.applications", .get, "/analytics/applications",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Application analytics", fr: "Analyse des candidatures"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var jobID: Job.ID?
    public var companyID: Company.ID?
    /// The consultant that owns the jobs.
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, jobID: Job.ID? = nil, companyID: Company.ID? = nil,
        consultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil
    ) {
        self.from = from
        self.to = to
        self.jobID = jobID
        self.companyID = companyID
        self.consultantID = consultantID
        self.sourceID = sourceID
    }

    public func perform(in call: Call) throws -> ApplicationAnalytics {
        let analysis = try Analysis(call, from: from, to: to).filtered(
            company: companyID, job: jobID, consultant: consultantID, source: sourceID)
        return try analysis.applicationAnalytics(try analysis.hires())
    }
}
