import Domain
import JSON

/// Whole days in UTC, both ends included.
public struct AnalyticsPeriod: Codable, Sendable, Hashable {
    public var from: CalendarDate
    public var to: CalendarDate

    public init(from: CalendarDate, to: CalendarDate) {
        self.from = from
        self.to = to
    }

    /// The days asked for. Without `to` they end today, without `from` they begin a year before their end, so that
    /// without both they are the last twelve months.
    static func asked(from: CalendarDate?, to: CalendarDate?, today: CalendarDate) throws -> AnalyticsPeriod {
        let to = to ?? today
        let period = AnalyticsPeriod(from: from ?? to.yearBefore.adding(days: 1), to: to)
        guard period.from <= period.to else {
            throw Problem.invalid(
                field: "from", code: "out_of_range",
                Phrase(
                    en: "must not be after the end of the period, \(period.to)",
                    fr: "ne doit pas être après la fin de la période, \(period.to)"))
        }
        return period
    }

    var days: ClosedRange<Int> { from.daysSinceEpoch...to.daysSinceEpoch }
    var start: Instant { from.startOfDay }
    /// The first moment after it.
    var end: Instant { to.adding(days: 1).startOfDay }

    /// As many days, ending the day before.
    var before: AnalyticsPeriod {
        AnalyticsPeriod(from: from.adding(days: -days.count), to: from.adding(days: -1))
    }
}

extension CalendarDate {
    /// The same day a year before; 28 February for the 29th.
    var yearBefore: CalendarDate {
        CalendarDate(year: max(year - 1, 1), month: month, day: day)
            ?? CalendarDate(year: max(year - 1, 1), month: month, day: 28) ?? self
    }
}

/// How a series is cut.
public enum AnalyticsInterval: String, Codable, Sendable, CaseIterable {
    case week, month, quarter, year

    /// The first day of the span that `day` is in. Weeks begin on Monday.
    func start(of day: CalendarDate) -> CalendarDate {
        let first: (year: Int, month: Int)
        switch self {
        case .week: return day.adding(days: 1 - day.weekday)
        case .month: first = (day.year, day.month)
        case .quarter: first = (day.year, (day.month - 1) / 3 * 3 + 1)
        case .year: first = (day.year, 1)
        }
        return CalendarDate(year: first.year, month: first.month, day: 1) ?? day
    }

    /// The first days of all spans that a period touches, in order.
    func starts(in period: AnalyticsPeriod) -> [CalendarDate] {
        var starts: [CalendarDate] = []
        var day = start(of: period.from)
        while day <= period.to {
            starts.append(day)
            // No span is longer than 366 days; the first of the next one is found from inside it.
            let step = self == .week ? 7 : self == .month ? 31 : self == .quarter ? 92 : 366
            day = start(of: day.adding(days: step))
        }
        return starts
    }
}
