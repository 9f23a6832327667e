import Domain

/// What a consultant is to reach in a month, quarter or year, and what it has reached so far by the history.
///
/// Applications count for the consultant of their job, once each, in the period in which they first came to the stage;
/// moves that were taken back do not count. A placement counts in the period in which its offer was accepted, while it
/// stands. `consultants.performance` counts the same.
public struct TargetView: Codable, Sendable, Equatable {
    public var id: PerformanceTarget.ID
    public var consultantID: Consultant.ID
    public var version: Int
    public var metric: PerformanceTarget.Metric
    public var period: CalendarPeriod
    public var periodStart: CalendarDate
    /// The last day of the period, days being UTC.
    public var periodEnd: CalendarDate
    /// A number of applications; for revenue minor units of `currency`.
    public var goal: Int64
    public var currency: String?
    public var reached: Int64
    /// How many applications `reached` is made of.
    public var n: Int
    /// Placements of the period that revenue leaves out: no fee was agreed, or it is in another currency.
    public var uncounted: Int?
    public var asOf: Instant
}
