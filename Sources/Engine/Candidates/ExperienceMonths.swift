import Domain

/// How long a person has worked: months covered by at least one experience, none counted twice.
enum ExperienceMonths {
    /// Both ends count: 2019-01 to 2019-12 is twelve months. Where only a year is known the whole of it counts. What has
    /// no end goes on until now; the future does not count.
    static func total(of experiences: [ExperienceView], now: Instant) -> Int {
        let current = now.date.year * 12 + now.date.month - 1
        let spans = experiences.map { experience in
            let start = experience.startDate.year * 12 + (experience.startDate.month ?? 1) - 1
            let end = experience.endDate.map { $0.year * 12 + ($0.month ?? 12) - 1 } ?? current
            return (start: start, end: min(end, current))
        }
        var months = 0
        var covered = Int.min
        for span in spans.sorted(by: { $0.start < $1.start }) where span.end >= span.start {
            let start = covered == Int.min ? span.start : max(span.start, covered + 1)
            if span.end >= start { months += span.end - start + 1 }
            covered = max(covered, span.end)
        }
        return months
    }
}
