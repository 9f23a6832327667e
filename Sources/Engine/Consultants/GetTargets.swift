import Domain
import JSON
import Storage

/// A consultant's targets with what was reached, the latest periods first.
public struct GetTargets: RouteOperation {
    public static let contract = Contract(
        "consultants.targets.get", .get, "/consultants/{consultant_id}/targets",
        access: .roles(consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Performance targets", fr: "Objectifs d’un consultant"))

    public var consultantID: Consultant.ID
    public var metric: PerformanceTarget.Metric?
    public var period: CalendarPeriod?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        consultantID: Consultant.ID, metric: PerformanceTarget.Metric? = nil, period: CalendarPeriod? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.consultantID = consultantID
        self.metric = metric
        self.period = period
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<TargetView> {
        try ConsultantVisibility.require(consultantID, in: call)
        return try TargetReading.page(
            of: consultantID, metric: metric, period: period, page: page, size: pageSize, cursor: cursor, in: call)
    }
}
