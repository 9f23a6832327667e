import Domain
import Testing

@testable import Workstation

@Suite struct DateEntryTests {
    /// A Wednesday, 23:30 in Paris.
    private let rules = EntryRules(
        language: .english, timezone: "Europe/Paris", now: Instant("2026-11-25T22:30:00Z")!)

    @Test(arguments: [
        ("2026-12-01", "2026-12-01"), ("today", "2026-11-25"), ("Tomorrow", "2026-11-26"), ("demain", "2026-11-26"),
        ("après-demain", "2026-11-27"), ("hier", "2026-11-24"), ("+3d", "2026-11-28"), ("+3j", "2026-11-28"),
        ("+2w", "2026-12-09"), ("+3 m", "2027-02-25"), ("-1d", "2026-11-24"), ("fri", "2026-11-27"),
        ("Wednesday", "2026-12-02"), ("vendredi", "2026-11-27"), ("mar", "2026-12-01"), ("24/11", "2027-11-24"),
        ("1.12.2026", "2026-12-01"), ("29/2/28", "2028-02-29"),
    ])
    func days(text: String, day: String) {
        #expect(rules.date(text)?.description == day)
    }

    @Test(arguments: ["", "32/1", "29/2/27", "frabjous", "fr", "+", "+3x", "+99999d", "2026-13-01", "1/2/3/4"])
    func noDays(text: String) {
        #expect(rules.date(text) == nil)
    }

    @Test func midnightIsThePersons() {
        let late = EntryRules(language: .english, timezone: "Asia/Tokyo", now: rules.now)
        #expect(late.today.description == "2026-11-26")
    }

    @Test(arguments: [
        ("2026-11-26 14:30", "2026-11-26T13:30:00.000Z"), ("tomorrow 9", "2026-11-26T08:00:00.000Z"),
        ("demain à 9h", "2026-11-26T08:00:00.000Z"), ("ven 14h30", "2026-11-27T13:30:00.000Z"),
        ("fri 2pm", "2026-11-27T13:00:00.000Z"), ("fri 2 pm", "2026-11-27T13:00:00.000Z"),
        ("fri 12am", "2026-11-26T23:00:00.000Z"), ("+1d noon", "2026-11-26T11:00:00.000Z"),
        ("23:45", "2026-11-25T22:45:00.000Z"), ("8:00", "2026-11-26T07:00:00.000Z"),
        // Summer time.
        ("2027-07-01 14:30", "2027-07-01T12:30:00.000Z"),
        // The hour that the spring skips is the one after it.
        ("2027-03-28 02:30", "2027-03-28T01:30:00.000Z"),
    ])
    func times(text: String, instant: String) {
        #expect(rules.dateAndTime(text)?.description == instant)
    }

    @Test(arguments: ["", "tomorrow", "tomorrow 25:00", "fri 13pm", "fri 9:60", "fri 9:5", "someday 9:00"])
    func noTimes(text: String) {
        #expect(rules.dateAndTime(text) == nil)
    }

    @Test func writesWhatItReads() {
        for text in ["2026-11-26 14:30", "2027-07-01 00:05", "2026-12-31 23:59"] {
            #expect(rules.dateAndTime(text).map(rules.text) == text)
        }
    }
}

@Suite struct MoneyEntryTests {
    @Test(arguments: [
        ("52000", "EUR", 5_200_000), ("52 000", "EUR", 5_200_000), ("52,000", "EUR", 5_200_000),
        ("52.000", "EUR", 5_200_000), ("52,000.50", "EUR", 5_200_050), ("52.000,5", "EUR", 5_200_050),
        ("52k", "EUR", 5_200_000), ("52.5k", "EUR", 5_250_000), ("0", "EUR", 0), ("5000000", "JPY", 5_000_000),
        ("12.345", "KWD", 12_345), ("52\u{202F}000", "CHF", 5_200_000), ("52’000", "CHF", 5_200_000),
    ])
    func amounts(text: String, currency: String, units: Int64) {
        #expect(MoneyEntry.minorUnits(text, currency: currency) == units)
    }

    @Test(arguments: ["", "a lot", "12.3456", "-5", "5.5.5,", "1234567890123", "k", "12.34.5"])
    func noAmounts(text: String) {
        #expect(MoneyEntry.minorUnits(text, currency: "EUR") == nil)
    }

    @Test func writesWhatItReads() {
        for (units, currency, text) in [(5_200_000, "EUR", "52000"), (5_200_005, "EUR", "52000.05"), (7, "JPY", "7")] {
            #expect(MoneyEntry.text(minorUnits: Int64(units), currency: currency) == text)
            #expect(MoneyEntry.minorUnits(text, currency: currency) == Int64(units))
        }
    }
}
