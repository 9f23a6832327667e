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

    /// A count of applications in words: `1 application`, `92 candidatures`.
    public static func applications(_ number: Int, isExact: Bool, _ language: Language) -> String {
        let isOne = isExact && (language == .french ? number < 2 : number == 1)
        let word =
            isOne
            ? Phrase(en: "application", fr: "candidature") : Phrase(en: "applications", fr: "candidatures")
        return count(number, isExact: isExact, language) + " " + word[language]
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

    /// The short name of a month, 1…12.
    public static func month(_ number: Int, _ language: Language) -> String {
        guard let names = months[language], names.indices.contains(number - 1) else { return "\(number)" }
        return names[number - 1]
    }

    /// A day, with its year unless it is this year: `12 Nov`, `12 nov. 2024`.
    public static func day(_ date: CalendarDate, now: Instant, _ language: Language) -> String {
        "\(date.day) \(month(date.month, language))" + (date.year == now.date.year ? "" : " \(date.year)")
    }

    /// How long somebody has worked, from months: `5 mo`, `6 yrs`, in French `5 mois`, `6 ans`.
    public static func experience(months: Int, _ language: Language) -> String {
        let years = months / 12
        if years == 0 { return "\(months) " + Phrase(en: "mo", fr: "mois")[language] }
        return "\(years) " + (years == 1 ? Phrase(en: "yr", fr: "an") : Phrase(en: "yrs", fr: "ans"))[language]
    }

    /// Years with at most one decimal: `2.5 yrs`, `1 an`.
    public static func years(_ years: Double, _ language: Language) -> String {
        let years = min(max(years, 0), 1_000)
        let number = decimal(years, language)
        let tenths = Int((years * 10).rounded())
        let isOne = language == .french ? tenths < 20 : tenths == 10
        return number + " " + (isOne ? Phrase(en: "yr", fr: "an") : Phrase(en: "yrs", fr: "ans"))[language]
    }

    /// A number with at most one decimal: `2.5`, in French `2,5`.
    public static func decimal(_ number: Double, _ language: Language) -> String {
        let tenths = Int((min(max(number, -1e12), 1e12) * 10).rounded())
        let whole = (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10)"
        guard tenths % 10 != 0 else { return whole }
        return whole + (language == .french ? "," : ".") + "\(abs(tenths) % 10)"
    }

    /// A whole number of days in words: `1 day`, `9 jours`.
    public static func days(_ days: Int, _ language: Language) -> String {
        let isOne = language == .french ? days < 2 : days == 1
        let word = isOne ? Phrase(en: "day", fr: "jour") : Phrase(en: "days", fr: "jours")
        return count(days, language) + " " + word[language]
    }

    /// Days with at most one decimal: `2.5 days`, `1,5 jour`.
    public static func days(_ days: Double, _ language: Language) -> String {
        let tenths = Int((min(max(days, -1e9), 1e9) * 10).rounded())
        guard tenths % 10 != 0 else { return Self.days(tenths / 10, language) }
        let isOne = language == .french && abs(tenths) < 20
        return decimal(days, language) + " "
            + (isOne ? Phrase(en: "day", fr: "jour") : Phrase(en: "days", fr: "jours"))[language]
    }
}
