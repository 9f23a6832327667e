import Domain

extension EntryRules {
    /// Reads a day as people type it: `2026-11-22`, `22/11`, `22.11.2026`, `today`, `tomorrow`, `+3d`, `+2w`, `fri`,
    /// and the same in French; a weekday is the next one. Words of both languages are understood in either.
    public func date(_ text: String) -> CalendarDate? {
        let words = Folding.key(text)
        if let date = CalendarDate(words) { return date }
        if let days = Self.relative[words] { return today.adding(days: days) }
        return shifted(words) ?? weekday(words) ?? dayAndMonth(words)
    }

    private static let relative: [String: Int] = [
        "today": 0, "tod": 0, "now": 0, "aujourd'hui": 0, "aujourd’hui": 0, "auj": 0,
        "tomorrow": 1, "tom": 1, "demain": 1, "apres-demain": 2, "apres demain": 2,
        "yesterday": -1, "hier": -1,
    ]

    private static let weekdays = [
        ["monday", "lundi"], ["tuesday", "mardi"], ["wednesday", "mercredi"], ["thursday", "jeudi"],
        ["friday", "vendredi"], ["saturday", "samedi"], ["sunday", "dimanche"],
    ]

    /// `+3d`, `-1w`, `+2m`; `j` and `s` are days and weeks in French.
    private func shifted(_ text: String) -> CalendarDate? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let rest = text.dropFirst().filter { $0 != " " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number <= 3_650 else { return nil }
        let count = sign == "-" ? -number : number
        switch rest.dropFirst(digits.count) {
        case "", "d", "j", "days", "day", "jours", "jour": return today.adding(days: count)
        case "w", "s", "weeks", "week", "semaines", "semaine": return today.adding(days: count * 7)
        case "m", "months", "month", "mois": return today.adding(months: count)
        default: return nil
        }
    }

    /// The next day of that name; at least three letters of it.
    private func weekday(_ text: String) -> CalendarDate? {
        guard text.count >= 3 else { return nil }
        guard let index = Self.weekdays.firstIndex(where: { $0.contains { $0.hasPrefix(text) } }) else { return nil }
        let ahead = (index + 1 - today.weekday + 7) % 7
        return today.adding(days: ahead == 0 ? 7 : ahead)
    }

    /// `22/11`, `22.11.2026`: the day first, as both languages of the product have it in Europe. Without a year it is
    /// the next such day.
    private func dayAndMonth(_ text: String) -> CalendarDate? {
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" || $0 == " " }).map { Int($0) }
        guard parts.count == 2 || parts.count == 3, let day = parts[0], let month = parts[1] else { return nil }
        if parts.count == 3 {
            guard let year = parts[2] else { return nil }
            return CalendarDate(year: year < 100 ? 2_000 + year : year, month: month, day: day)
        }
        guard let date = CalendarDate(year: today.year, month: month, day: day) else { return nil }
        return date < today ? CalendarDate(year: today.year + 1, month: month, day: day) : date
    }
}

extension CalendarDate {
    /// The same day so many months later, or the last of the month where it has no such day.
    func adding(months: Int) -> CalendarDate {
        let index = year * 12 + month - 1 + months
        let (year, month) = (index / 12, index % 12 + 1)
        for day in stride(from: day, through: 28, by: -1) {
            if let date = CalendarDate(year: year, month: month, day: day) { return date }
        }
        return CalendarDate(year: year, month: month, day: min(day, 28)) ?? self
    }
}
