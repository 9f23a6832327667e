import Domain
import Foundation

/// Days and times in a person's own zone and language.
struct DateWords {
    let zone: TimeZone
    let language: Language
    /// Days of its year come without the year; without it all have one.
    let now: Instant?

    init(person: Person, now: Instant?) {
        zone = TimeZone(identifier: person.timezone) ?? .gmt
        language = person.language
        self.now = now
    }

    /// The instant as a clock on the wall shows it: its day and minutes since midnight.
    private func wallClock(_ instant: Instant) -> (day: CalendarDate, minutes: Int) {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        let local = instant.advanced(byMilliseconds: Int64(zone.secondsFromGMT(for: date)) * 1_000)
        let midnight = local.date.startOfDay
        return (local.date, Int((local.milliseconds - midnight.milliseconds) / 60_000))
    }

    /// `12 Nov`, with the year unless it is this one.
    func day(_ instant: Instant) -> String { day(wallClock(instant).day) }
    func day(_ date: CalendarDate) -> String {
        if let now { return NumberWords.day(date, now: now, language) }
        return "\(date.day) \(NumberWords.month(date.month, language)) \(date.year)"
    }

    /// `14:30`.
    func time(_ instant: Instant) -> String {
        let minutes = wallClock(instant).minutes
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }

    /// `14:30` today, `12 Nov` before.
    func short(_ instant: Instant) -> String {
        let isToday = now.map { wallClock($0).day == wallClock(instant).day } ?? false
        return isToday ? time(instant) : day(instant)
    }

    func dayAndTime(_ instant: Instant) -> String { day(instant) + " " + time(instant) }

    /// `2019`, `Apr 2019`.
    func month(_ date: PartialDate) -> String {
        guard let month = date.month else { return "\(date.year)" }
        return NumberWords.month(month, language) + " \(date.year)"
    }

    /// `Apr 2019 – today`.
    func span(_ start: PartialDate?, _ end: PartialDate?) -> String {
        guard let start else { return end.map(month) ?? "" }
        return month(start) + " – " + (end.map(month) ?? Phrase(en: "today", fr: "aujourd’hui")[language])
    }
}
