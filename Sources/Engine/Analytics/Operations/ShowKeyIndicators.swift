import Domain
import JSON
import Storage

/// The figures that a recruiting business is steered by, and the same for as many days before.
public struct ShowKeyIndicators: RouteOperation {
    public static let contract = Contract(
        "analytics.kpis", .get, "/analytics/kpis",
        access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Key performance indicators", fr: "Indicateurs clés de performance"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var companyID: Company.ID?
    /// The consultant that owns the jobs.
    public var consultantID: Consultant.ID?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, companyID: Company.ID? = nil,
        consultantID: Consultant.ID? = nil
    ) {
        self.from = from
        self.to = to
        self.companyID = companyID
        self.consultantID = consultantID
    }

    /// What comes back.
    public struct KeyIndicators: Codable, Sendable {
        public var asOf: Instant
        public var current: KeyFigures
        /// As many days, ending the day before.
        public var previous: KeyFigures
    }

    public func perform(in call: Call) throws -> KeyIndicators {
        let analysis = try Analysis(call, from: from, to: to).filtered(company: companyID, consultant: consultantID)
        return KeyIndicators(
            asOf: call.now, current: try analysis.keyFigures(),
            previous: try analysis.during(analysis.period.before).keyFigures())
    }
}
