/// A month, a quarter or a year of the calendar.
public enum CalendarPeriod: String, Sendable, Codable, CaseIterable {
    case month, quarter, year

    private var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The first day of the period that `day` is in.
    public func start(of day: CalendarDate) -> CalendarDate {
        let month = (day.month - 1) / months * months + 1
        return CalendarDate(year: day.year, month: month, day: 1) ?? day
    }

    /// The first day after the period that begins on `start`.
    public func end(from start: CalendarDate) -> CalendarDate {
        let month = start.month - 1 + months
        return CalendarDate(year: min(start.year + month / 12, 9_999), month: month % 12 + 1, day: 1) ?? start
    }
}
