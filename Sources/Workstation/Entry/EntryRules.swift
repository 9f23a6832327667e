import Domain
import Foundation

/// What typed dates, times and amounts are read by: a language, a zone and today.
public struct EntryRules: Sendable, Hashable {
    public let language: Language
    /// The IANA zone that wall-clock times are in; one that is not known counts as UTC.
    public let timezone: String
    public let now: Instant

    public init(language: Language, timezone: String, now: Instant) {
        self.language = language
        self.timezone = timezone
        self.now = now
    }

    /// The day that it is where the person is.
    public var today: CalendarDate { wallClock(now).date }

    /// A day and the minutes since its midnight, as a clock on the person's wall shows them.
    public func wallClock(_ instant: Instant) -> (date: CalendarDate, minutes: Int) {
        let local = instant.advanced(byMilliseconds: offset(at: instant))
        let date = local.date
        return (date, Int((local.milliseconds - date.startOfDay.milliseconds) / 60_000))
    }

    /// The instant at which a wall clock shows that. A time that the spring skips is the hour after it; of a time that
    /// the autumn has twice it is one of the two.
    public func instant(_ date: CalendarDate, minutes: Int) -> Instant {
        let local = date.startOfDay.advanced(byMilliseconds: Int64(minutes) * 60_000)
        let guess = local.advanced(byMilliseconds: -offset(at: local))
        return local.advanced(byMilliseconds: -offset(at: guess))
    }

    /// `2026-11-22 14:30`.
    public func text(_ instant: Instant) -> String {
        let (date, minutes) = wallClock(instant)
        return "\(date) \(Self.clock(minutes))"
    }

    /// `14:30`.
    public static func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }

    /// Milliseconds east of Greenwich.
    private func offset(at instant: Instant) -> Int64 {
        guard timezone != "UTC", let zone = TimeZone(identifier: timezone) else { return 0 }
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        return Int64(zone.secondsFromGMT(for: date)) * 1_000
    }
}
