import JSON

/// A date as people remember it: a year, a month or a day (`2019`, `2019-04`, `2019-04-15`; JSON Resume's `iso8601`).
public struct PartialDate: Hashable, Sendable, RawRepresentable, Comparable {
    /// The ISO 8601 text, which sorts by time.
    public let rawValue: String

    public init?(rawValue text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), year >= 1 else { return nil }
        if !reader.atEnd {
            guard reader.take("-"), let month = reader.number(2), (1...12).contains(month) else { return nil }
            if !reader.atEnd {
                guard reader.take("-"), let day = reader.number(2), reader.atEnd,
                    CalendarDate(year: year, month: month, day: day) != nil
                else { return nil }
            }
        }
        rawValue = text
    }

    public init(year: Int, month: Int) {
        rawValue = CalendarDate(year: year, month: month, day: 1).map { String($0.description.prefix(7)) } ?? "0001-01"
    }

    public var year: Int { Int(rawValue.prefix(4)) ?? 0 }
    /// 1…12, or `nil` where only the year is known.
    public var month: Int? { rawValue.utf8.count >= 7 ? Int(rawValue.dropFirst(5).prefix(2)) : nil }

    public static func < (left: PartialDate, right: PartialDate) -> Bool { left.rawValue < right.rawValue }
}

extension PartialDate: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = PartialDate(rawValue: text) else {
            throw ValueProblem(code: "format", message: "must be a date such as 2019, 2019-04 or 2019-04-15")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
