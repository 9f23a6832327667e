/// Amounts and spans of pay as a person reads them.
public enum MoneyWords {
    /// Currencies without minor units, and those with a thousand of them (ISO 4217); all others have a hundred.
    private static let exponents: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
        "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0, "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3,
        "OMR": 3, "TND": 3,
    ]

    /// The decimal places of a currency.
    public static func decimals(of currency: String) -> Int { exponents[currency.uppercased()] ?? 2 }

    private static let symbols = ["EUR": "€", "GBP": "£", "USD": "$"]

    /// An amount of minor units: `€42,000`, in French `42 000 €`; other currencies by their code.
    public static func amount(_ minorUnits: Int64, currency: String, _ language: Language) -> String {
        placed(number(minorUnits, currency, language), currency, language)
    }

    /// A span of pay with its unit of time: `€40,000–45,000 a year`, `from €40,000 a year`.
    public static func range(
        _ least: Int64?, _ most: Int64?, currency: String, unit: SalaryUnit, _ language: Language
    ) -> String? {
        let per = " " + unit.each[language]
        switch (least, most) {
        case (nil, nil): return nil
        case (let least?, nil):
            let text = amount(least, currency: currency, language)
            return Phrase(en: "from \(text)", fr: "dès \(text)")[language] + per
        case (nil, let most?):
            let text = amount(most, currency: currency, language)
            return Phrase(en: "up to \(text)", fr: "jusqu’à \(text)")[language] + per
        case (let least?, let most?) where least == most:
            return amount(least, currency: currency, language) + per
        case (let least?, let most?):
            let span = number(least, currency, language) + "–" + number(most, currency, language)
            return placed(span, currency, language) + per
        }
    }

    private static func placed(_ number: String, _ currency: String, _ language: Language) -> String {
        if language == .french { return "\(number)\u{00A0}\(symbols[currency] ?? currency)" }
        return symbols[currency].map { $0 + number } ?? "\(number) \(currency)"
    }

    private static func number(_ minorUnits: Int64, _ currency: String, _ language: Language) -> String {
        let exponent = decimals(of: currency)
        let scale = (0..<exponent).reduce(Int64(1)) { value, _ in value * 10 }
        let (whole, rest) = minorUnits.quotientAndRemainder(dividingBy: scale)
        let text = NumberWords.count(Int(whole), language)
        guard rest != 0 else { return text }
        let digits = String(rest.magnitude)
        let padding = String(repeating: "0", count: exponent - digits.count)
        return text + (language == .french ? "," : ".") + padding + digits
    }
}

extension SalaryUnit {
    /// "a year".
    public var each: Phrase {
        switch self {
        case .hour: Phrase(en: "an hour", fr: "par heure")
        case .day: Phrase(en: "a day", fr: "par jour")
        case .week: Phrase(en: "a week", fr: "par semaine")
        case .month: Phrase(en: "a month", fr: "par mois")
        case .year: Phrase(en: "a year", fr: "par an")
        }
    }
}
