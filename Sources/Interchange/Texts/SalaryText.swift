import Foundation

/// Reads pay as advertisements state it, in English and French.
public enum SalaryText {
    /// An amount or a span of amounts, in minor units.
    public struct Salary: Sendable, Equatable {
        public var min: Int64?
        public var max: Int64?
        /// ISO 4217; empty where the text names none.
        public var currency: String
        /// HOUR, DAY, WEEK, MONTH or YEAR.
        public var unit: String

        public init(min: Int64? = nil, max: Int64? = nil, currency: String = "", unit: String) {
            self.min = min
            self.max = max
            self.currency = currency
            self.unit = unit
        }
    }

    /// The pay that a text states, or nil where it states none ("A négocier").
    ///
    /// Without a unit the size of the amount decides: under 100 an hour, under 1,000 a day, under 12,000 a month.
    public static func parse(_ text: String) -> Salary? {
        let text = String(text.prefix(300)).replacingOccurrences(of: "\u{202F}", with: " ")
            .replacingOccurrences(of: "\u{A0}", with: " ")
        var amounts: [(value: Double, isThousands: Bool)] = []
        for match in text.matches(of: amount) {
            let rest = text[match.range.upperBound...]
            // "35 h", "13 mois", "10 %" are no amounts, but "12 €/h" is one.
            if match.thousands == nil,
                rest.prefixMatch(of: otherUnit) != nil
            {
                continue
            }
            guard let value = number(String(match.number)) else { continue }
            amounts.append((value, match.thousands != nil))
        }
        amounts = Array(amounts.prefix(2))
        // "45-55 k€": the thousands are said once.
        if amounts.count == 2, amounts[1].isThousands, !amounts[0].isThousands, amounts[0].value < 1_000 {
            amounts[0].isThousands = true
        }
        let values = amounts.map { $0.isThousands ? $0.value * 1_000 : $0.value }.filter { $0 > 0 && $0 < 1e10 }
        guard let first = values.first else { return nil }
        let last = values.count > 1 ? Swift.max(first, values[1]) : first
        let lower = values.count > 1 ? Swift.min(first, values[1]) : first
        var salary = Salary(
            min: minor(lower), max: minor(last), currency: currency(in: text), unit: unit(in: text) ?? unit(of: last))
        let folded = text.folded
        if values.count == 1 {
            if startWords.contains(where: { folded.hasPrefix($0) || folded.contains(" " + $0) }) { salary.max = nil }
            if endWords.contains(where: { folded.hasPrefix($0) || folded.contains(" " + $0) }) { salary.min = nil }
        }
        return salary
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let otherUnit =
        #/(?i)\s*(?:h\b|heures|hours|mois|months|%|jours|days|ans\b|years)/#

    /// Minor units of a plain amount; every currency here has hundredths.
    static func minor(_ amount: Double) -> Int64 { Int64((amount * 100).rounded()) }

    /// The ISO code that a text names, by code, sign or word; empty where it names none.
    static func currency(in text: String) -> String {
        for code in ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "MAD", "INR"]
        where text.uppercased().contains(code) { return code }
        if text.contains("£") { return "GBP" }
        if text.contains("€") || text.folded.contains("euro") { return "EUR" }
        if text.contains("C$") || text.contains("CA$") { return "CAD" }
        return text.contains("$") ? "USD" : ""
    }

    /// The span of time that a text names.
    static func unit(in text: String) -> String? {
        let words = text.folded.split(separator: " ")
        let units: [(String, Set<Substring>)] = [
            ("HOUR", ["hour", "hourly", "heure", "horaire", "h", "hr", "hours"]),
            ("DAY", ["day", "daily", "jour", "journalier", "tjm", "j"]), ("WEEK", ["week", "weekly", "semaine"]),
            ("MONTH", ["month", "monthly", "mois", "mensuel", "mensuels", "mensuelle"]),
            (
                "YEAR",
                ["year", "yearly", "annual", "annually", "annum", "an", "ans", "annee", "annuel", "annuels", "pa"]
            ),
        ]
        // "par an sur 13 mois": a year.
        let found = units.filter { unit in words.contains { unit.1.contains($0) } }.map(\.0)
        return found.contains("YEAR") ? "YEAR" : found.first
    }

    private static func unit(of amount: Double) -> String {
        switch amount {
        case ..<100: "HOUR"
        case ..<1_000: "DAY"
        case ..<12_000: "MONTH"
        default: "YEAR"
        }
    }

    /// `1 800`, `1,800.50`, `1.800,50`, `45.5`: groups of three are thousands, what is shorter is a fraction.
    static func number(_ text: String) -> Double? {
        var text = text.filter { $0 != " " && $0 != "'" && $0 != "’" && $0 != "\u{A0}" && $0 != "\u{202F}" }
        let separators = text.filter { $0 == "." || $0 == "," }
        guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return Double(text) }
        let tail = text.distance(from: last, to: text.endIndex) - 1
        let isFraction = tail != 3 || Set(separators).count == 2
        if isFraction && (separators.count == 1 || Set(separators).count == 2) {
            let whole = text[..<last].filter(\.isNumber)
            text = whole + "." + text[text.index(after: last)...]
        } else {
            text = text.filter(\.isNumber)
        }
        return Double(text)
    }

    private static let startWords = ["from", "a partir de", "des", "minimum", "at least", "starting"]
    private static let endWords = ["up to", "jusqu a", "jusqu", "maximum", "max"]

    nonisolated(unsafe) private static let amount =
        #/(?<number>\d{1,3}(?:[ '’.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)\s?(?<thousands>[kK](?![a-zA-JL-Z]))?/#
}
