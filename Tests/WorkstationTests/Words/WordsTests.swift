import Domain
import Engine
import Testing

@testable import Workstation

/// Amounts, lengths of time and dates in both languages.
struct WordsTests {
    @Test("Amounts have their thousands apart and only the decimals that they need")
    func amounts() {
        #expect(MoneyWords.amount(4_200_000, currency: "EUR", .english) == "€42,000")
        #expect(MoneyWords.amount(4_200_000, currency: "EUR", .french) == "42\u{202F}000\u{A0}€")
        #expect(MoneyWords.amount(123_405, currency: "CHF", .english) == "1,234.05 CHF")
        #expect(MoneyWords.amount(123_405, currency: "CHF", .french) == "1\u{202F}234,05\u{A0}CHF")
        #expect(MoneyWords.amount(5_000, currency: "JPY", .english) == "5,000 JPY")
        #expect(MoneyWords.amount(1_500, currency: "KWD", .english) == "1.500 KWD")
    }

    @Test("A span of pay names its unit of time and both ends, or the one that there is")
    func ranges() {
        func range(_ least: Int64?, _ most: Int64?, _ language: Language = .english) -> String? {
            MoneyWords.range(least, most, currency: "EUR", unit: .year, language)
        }
        #expect(range(4_000_000, 4_500_000) == "€40,000–45,000 a year")
        #expect(range(4_000_000, 4_000_000) == "€40,000 a year")
        #expect(range(4_000_000, nil) == "from €40,000 a year")
        #expect(range(nil, 4_500_000, .french) == "jusqu’à 45\u{202F}000\u{A0}€ par an")
        #expect(range(nil, nil) == nil)
    }

    @Test("Months and years of work")
    func experience() {
        #expect(NumberWords.experience(months: 5, .english) == "5 mo")
        #expect(NumberWords.experience(months: 12, .english) == "1 yr")
        #expect(NumberWords.experience(months: 83, .french) == "6 ans")
        #expect(NumberWords.years(2.5, .english) == "2.5 yrs")
        #expect(NumberWords.years(1, .english) == "1 yr")
        #expect(NumberWords.years(1.5, .french) == "1,5 an")
        #expect(NumberWords.days(1, .english) == "1 day")
        #expect(NumberWords.days(0, .french) == "0 jour")
        #expect(NumberWords.days(9, .french) == "9 jours")
        #expect(NumberWords.days(1.0, .english) == "1 day")
        #expect(NumberWords.days(1.04, .french) == "1 jour")
        #expect(NumberWords.days(2.5, .english) == "2.5 days")
        #expect(NumberWords.days(1.5, .french) == "1,5 jour")
        #expect(NumberWords.days(1.5, .english) == "1.5 days")
    }

    @Test("Times are those of the person's zone, on either side of the clock change")
    func times() throws {
        var person = Person(
            userID: User.ID(high: 0, low: 1), name: "Ada", role: .consultant, language: .english,
            timezone: "Europe/Paris", workspace: "W")
        let now = try #require(Instant("2026-11-20T09:00:00Z"))
        let winter = try #require(Instant("2026-11-20T23:30:00Z"))
        let summer = try #require(Instant("2025-07-01T12:00:00Z"))
        let paris = DateWords(person: person, now: now)
        #expect(paris.dayAndTime(winter) == "21 Nov 00:30")
        #expect(paris.dayAndTime(summer) == "1 Jul 2025 14:00")
        person.timezone = "nowhere"
        person.language = .french
        #expect(DateWords(person: person, now: now).dayAndTime(winter) == "20 nov. 23:30")
        #expect(DateWords(person: person, now: nil).day(winter) == "20 nov. 2026")
    }

    @Test("A span of months goes on until today")
    func spans() throws {
        let person = Person(
            userID: User.ID(high: 0, low: 1), name: "Ada", role: .consultant, language: .french, workspace: "W")
        let dates = DateWords(person: person, now: nil)
        #expect(dates.span(PartialDate(rawValue: "2019-04"), nil) == "avr. 2019 – aujourd’hui")
        #expect(dates.span(PartialDate(rawValue: "2008"), PartialDate(rawValue: "2011")) == "2008 – 2011")
        #expect(dates.span(nil, nil).isEmpty)
    }
}
