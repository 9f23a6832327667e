import Domain

/// A span of time that a CV does not account for.
public struct CareerGap: Codable, Sendable, Equatable {
    /// `YYYY-MM`, the first and the last month without a position.
    public let from: String
    public let to: String
    public let months: Int
}

/// A position of a CV, in months since year 0.
public struct CareerSpan: Sendable, Hashable {
    public let firstMonth: Int
    public let lastMonth: Int
    /// What was done there.
    public let text: String

    public init(firstMonth: Int, lastMonth: Int, text: String) {
        self.firstMonth = firstMonth
        self.lastMonth = lastMonth
        self.text = text
    }
}

/// What the positions of a CV add up to.
public enum CareerReview {
    /// Months between positions that are worth asking about.
    public static let leastGap = 4

    /// Spans of at least four months between positions, oldest first.
    public static func gaps(_ spans: [CareerSpan]) -> [CareerGap] {
        var gaps: [CareerGap] = []
        var end: Int?
        for span in spans.sorted(by: { ($0.firstMonth, $0.lastMonth) < ($1.firstMonth, $1.lastMonth) }) {
            if let end, span.firstMonth - end - 1 >= leastGap {
                gaps.append(
                    CareerGap(from: name(end + 1), to: name(span.firstMonth - 1), months: span.firstMonth - end - 1))
            }
            end = max(end ?? span.lastMonth, span.lastMonth)
        }
        return gaps
    }

    /// Years in which positions speak of each of the names, months that two share counted once.
    public static func years(of names: [String], in spans: [CareerSpan]) -> [String: Double] {
        let texts = spans.map { FoldedText($0.text) }
        var years: [String: Double] = [:]
        for name in names {
            var months: Set<Int> = []
            for (span, text) in zip(spans, texts) where span.firstMonth <= span.lastMonth && text.holds(name) {
                // A position of a hundred years is a misreading.
                months.formUnion(span.firstMonth...min(span.lastMonth, span.firstMonth + 720))
            }
            if !months.isEmpty { years[name] = (Double(months.count) / 12 * 10).rounded() / 10 }
        }
        return years
    }

    private static func name(_ month: Int) -> String {
        let number = month % 12 + 1
        return "\(month / 12)-" + (number < 10 ? "0\(number)" : "\(number)")
    }
}
