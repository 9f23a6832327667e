import Foundation

/// Reads dates as people write them in English and French.
public enum DateText {
    /// A date of a CV: a year, maybe a month, maybe a day.
    public struct Partial: Sendable, Equatable, CustomStringConvertible {
        public var year: Int
        public var month: Int?
        public var day: Int?

        public init(year: Int, month: Int? = nil, day: Int? = nil) {
            self.year = year
            self.month = month
            self.day = month == nil ? nil : day
        }

        /// `2020`, `2020-01` or `2020-01-31`.
        public var description: String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            guard let month else { return "\(year)" }
            guard let day else { return "\(year)-\(two(month))" }
            return "\(year)-\(two(month))-\(two(day))"
        }

        var isReal: Bool {
            guard (1_900...2_100).contains(year) else { return false }
            guard let month else { return true }
            guard (1...12).contains(month) else { return false }
            guard let day else { return true }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            return (1...days[month - 1]).contains(day)
        }
    }

    /// Which number comes first in `03/04/2024`.
    public enum Order: String, Sendable {
        case dayFirst = "day_first"
        case monthFirst = "month_first"
    }

    /// The one date that the text is, or nil. A time of day behind it is passed over.
    public static func parse(_ text: String, order: Order = .dayFirst) -> Partial? {
        let text = text.trimmed
        guard !text.isEmpty, text.count <= 60 else { return nil }
        let date = numeric(text, order: order) ?? worded(text)
        return date?.isReal == true ? date : nil
    }

    /// The number of a month's name or its abbreviation, in English or French.
    static func month(named name: some StringProtocol) -> Int? {
        let folded = String(name).folded
        guard folded.count >= 3 else { return nil }
        return months[folded]
    }

    /// Whether little but dates is in the text.
    static func isMostlyDate(_ text: String) -> Bool {
        guard let found = DateRange.find(in: text) else { return false }
        return found.rest.filter(\.isLetter).count <= 3
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let isoDate = #/(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?/#
    nonisolated(unsafe) private static let yearFirst = #/(\d{4})[\/.](\d{1,2})[\/.](\d{1,2})(?:[T ,].*)?/#
    nonisolated(unsafe) private static let yearLast = #/(\d{1,2})[\/.\- ](\d{1,2})[\/.\- ](\d{4}|\d{2})(?:[ T,].*)?/#
    nonisolated(unsafe) private static let monthAndYear = #/(\d{1,2})[\/.\-](\d{4})/#
    nonisolated(unsafe) private static let yearAndMonth = #/(\d{4})[\/.\-](\d{1,2})/#
    nonisolated(unsafe) private static let fourDigits = #/\d{4}/#
    nonisolated(unsafe) private static let unixTime = #/\d{10}|\d{13}/#

    private static func numeric(_ text: String, order: Order) -> Partial? {
        guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
        if let match = text.wholeMatch(of: isoDate) {
            return make(match.1, match.2, match.3)
        }
        if let match = text.wholeMatch(of: yearFirst) {
            return make(match.1, match.2, match.3)
        }
        if let match = text.wholeMatch(of: yearLast) {
            let isMonthFirst = order == .monthFirst ? (Int(match.1) ?? 0) <= 12 : (Int(match.2) ?? 0) > 12
            return isMonthFirst ? make(match.3, match.1, match.2) : make(match.3, match.2, match.1)
        }
        if let match = text.wholeMatch(of: monthAndYear) { return make(match.2, match.1, nil) }
        if let match = text.wholeMatch(of: yearAndMonth) { return make(match.1, match.2, nil) }
        if text.wholeMatch(of: fourDigits) != nil { return Int(text).map { Partial(year: $0) } }
        if text.wholeMatch(of: unixTime) != nil, let number = Int(text) {
            return day(fromSeconds: text.count == 13 ? number / 1_000 : number)
        }
        return nil
    }

    private static func worded(_ text: String) -> Partial? {
        let words = text.replacingOccurrences(of: ",", with: " ").split { $0 == " " || $0 == "-" || $0 == "\u{A0}" }
        var year: Int?
        var month: Int?
        var day: Int?
        for word in words {
            let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: ".,"))
            if let found = Self.month(named: bare) {
                if month != nil { return nil }
                month = found
            } else if bare.count == 4, let number = Int(bare), year == nil {
                year = number
            } else if let number = Int(bare.trimmingCharacters(in: .letters)), number <= 31, day == nil,
                bare.count <= 4, year == nil || month != nil
            {
                day = number
            } else if weekdays.contains(bare.folded) || ["of", "le", "de", "the"].contains(bare.folded) {
                continue
            } else {
                // A time of day may follow a whole date, nothing else may.
                if year != nil && month != nil && bare.first?.isNumber == true { break }
                return nil
            }
        }
        guard let year, let month else { return nil }
        return Partial(year: year, month: month, day: day)
    }

    private static func make(_ year: Substring, _ month: Substring, _ day: Substring?) -> Partial? {
        guard var number = Int(year), let month = Int(month) else { return nil }
        if year.count == 2 { number += number < 70 ? 2_000 : 1_900 }
        return Partial(year: number, month: month, day: day.flatMap { Int($0) })
    }

    private static func day(fromSeconds seconds: Int) -> Partial {
        let date = Date(timeIntervalSince1970: Double(seconds))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return Partial(year: parts.year ?? 0, month: parts.month, day: parts.day)
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
        "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]

    private static let months: [String: Int] = {
        let names = [
            "january jan janvier janv", "february feb febr fevrier fevr fev", "march mar mars", "april apr avril avr",
            "may mai", "june jun juin", "july jul juillet juil", "august aug aout",
            "september sep sept septembre", "october oct octobre", "november nov novembre",
            "december dec decembre",
        ]
        var result: [String: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { result[String(name)] = index + 1 }
        }
        return result
    }()
}
