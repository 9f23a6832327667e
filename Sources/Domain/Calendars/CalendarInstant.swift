/// An instant as iCalendar writes it: `20260131T093000Z`.
struct CalendarInstant {
    let text: String

    init(_ milliseconds: Int64) {
        let seconds = Self.floor(milliseconds, by: 1_000)
        let days = Self.floor(seconds, by: 86_400)
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.civil(from: days)
        let date = Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2)
        let time = Self.padded(rest / 3_600, 2) + Self.padded(rest / 60 % 60, 2) + Self.padded(rest % 60, 2)
        text = date + "T" + time + "Z"
    }

    /// The Gregorian date of a day counted from 1970-01-01. Years begin in March here, so that the leap day is last.
    static func civil(from days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = floor(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floor(_ value: Int64, by divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
