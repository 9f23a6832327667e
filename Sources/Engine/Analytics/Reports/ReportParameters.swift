import Domain
import JSON
import Storage

/// What a report is about. Its period is settled when it is asked for.
public struct ReportParameters: Codable, Sendable, Equatable {
    public var from: CalendarDate
    public var to: CalendarDate
    public var interval: AnalyticsInterval?
    public var companyID: Company.ID?
    public var jobID: Job.ID?
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?

    func analysis(principal: Principal, transaction: any Transaction, asOf: Instant) -> Analysis {
        Analysis(
            principal: principal, transaction: transaction, asOf: asOf,
            period: AnalyticsPeriod(from: from, to: to)
        ).filtered(company: companyID, job: jobID, consultant: consultantID, source: sourceID)
    }
}

/// The input that reports and exports share.
struct ReportRequest {
    var from: CalendarDate?
    var to: CalendarDate?
    var interval: AnalyticsInterval?
    var companyID: Company.ID?
    var jobID: Job.ID?
    var consultantID: Consultant.ID?
    var sourceID: Source.ID?

    func parameters(today: CalendarDate) throws -> ReportParameters {
        let period = try AnalyticsPeriod.asked(from: from, to: to, today: today)
        return ReportParameters(
            from: period.from, to: period.to, interval: interval, companyID: companyID, jobID: jobID,
            consultantID: consultantID, sourceID: sourceID)
    }
}
