import Domain

/// Numbers, ages and dates as a person reads them.
public enum NumberWords {
    /// A whole number with its thousands apart: `5,031`, in French `5 031` with a narrow no-break space.
    public static func count(_ number: Int, _ language: Language) -> String {
        let digits = String(number.magnitude)
        let separator = language == .french ? "\u{202F}" : ","
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// A count that may be a lower bound: `10,000+`.
    public static func count(_ number: Int, isExact: Bool, _ language: Language) -> String {
        count(number, language) + (isExact ? "" : "+")
    }

    /// How long something has lasted, short: `3h`, `9d`, in French `9j`.
    public static func age(from start: Instant, to now: Instant, _ language: Language) -> String {
        let minutes = max(0, (now.milliseconds - start.milliseconds) / 60_000)
        if minutes < 60 { return "\(minutes)m" }
        if minutes < 24 * 60 { return "\(minutes / 60)h" }
        return "\(minutes / (24 * 60))" + (language == .french ? "j" : "d")
    }

    private static let months: [Language: [String]] = [
        .english: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        .french: [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
    ]

    /// A day, with its year unless it is this year: `12 Nov`, `12 nov. 2024`.
    public static func day(_ date: CalendarDate, now: Instant, _ language: Language) -> String {
        let month = months[language]?[date.month - 1] ?? "\(date.month)"
        return "\(date.day) \(month)" + (date.year == now.date.year ? "" : " \(date.year)")
    }
}
