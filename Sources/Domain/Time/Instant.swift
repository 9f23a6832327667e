import JSON

/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable, Comparable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// Later (or, with a negative number, earlier) by whole milliseconds.
    public func advanced(byMilliseconds delta: Int64) -> Instant { Instant(milliseconds: milliseconds + delta) }

    public func advanced(byDays days: Int) -> Instant { advanced(byMilliseconds: Int64(days) * 86_400_000) }

    /// Whole days from this instant to a later one, rounded down.
    public func days(until later: Instant) -> Int {
        Int((later.milliseconds - milliseconds) / 86_400_000)
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds, for example `2026-11-22T09:41:00.000Z`.
    public var description: String {
        let (days, rest) = milliseconds.quotientFlooring(by: 86_400_000)
        let date = CalendarDate(daysSinceEpoch: Int(days))
        let seconds = rest / 1000
        return "\(date)T" + Padding.two(seconds / 3600) + ":" + Padding.two(seconds / 60 % 60) + ":"
            + Padding.two(seconds % 60) + "." + Padding.three(rest % 1000) + "Z"
    }

    /// Reads RFC 3339 (`2026-11-22T09:41:00Z`, fractions and offsets allowed); `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), let date = CalendarDate(year: year, month: month, day: day),
            reader.take("T") || reader.take("t") || reader.take(" "),
            let hour = reader.number(2), hour < 24, reader.take(":"), let minute = reader.number(2), minute < 60
        else { return nil }
        var second = 0
        var fraction = 0
        if reader.take(":") {
            guard let value = reader.number(2), value <= 60 else { return nil }
            second = min(value, 59)
            if reader.take(".") {
                guard let thousandths = reader.fraction() else { return nil }
                fraction = thousandths
            }
        }
        var offset = 0
        if !(reader.take("Z") || reader.take("z")) {
            let negative = reader.take("-")
            guard negative || reader.take("+"), let hours = reader.number(2), hours < 24, reader.take(":"),
                let minutes = reader.number(2), minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (negative ? -1 : 1)
        }
        guard reader.atEnd else { return nil }
        let day0 = Int64(date.daysSinceEpoch) * 86_400_000
        let time = Int64((hour * 3600 + minute * 60 + second) * 1000 + fraction)
        self.init(milliseconds: day0 + time - Int64(offset) * 60_000)
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Self(text) else {
            throw ValueProblem(code: "format", message: "must be a date and time such as 2026-11-22T09:41:00Z")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int64 {
    /// Division rounded towards minus infinity, with the remainder that then is never negative.
    func quotientFlooring(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
