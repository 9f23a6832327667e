import Testing

@testable import Interchange

struct TextReadingTests {
    @Test(arguments: [
        ("2024-12-31", "2024-12-31"), ("31/12/2024", "2024-12-31"), ("12/31/2024", "2024-12-31"),
        ("03/04/2024", "2024-04-03"), ("20240115", "2024-01-15"), ("22-05-2025 00:11:19", "2025-05-22"),
        ("2025-11-24T10:18:17+00:00", "2025-11-24"), ("Dec 2024", "2024-12"), ("décembre 2024", "2024-12"),
        ("1er janvier 2023", "2023-01-01"), ("March 5, 2021", "2021-03-05"), ("févr. 2020", "2020-02"),
        ("09/2018", "2018-09"), ("2019", "2019"), ("31/12/24", "2024-12-31"),
    ])
    func dates(_ text: String, _ expected: String) { #expect(DateText.parse(text)?.description == expected) }

    @Test(arguments: ["", "soon", "31/02/2024", "2024-13-01", "12", "3000", "as soon as 2024"])
    func noDates(_ text: String) { #expect(DateText.parse(text) == nil) }

    @Test(arguments: [
        ("Jan 2020 – Present", "2020-01", "now"), ("depuis 2019", "2019", "now"),
        ("09/2018 - 06/2020", "2018-09", "2020-06"),
        ("2018 à 2020", "2018", "2020"), ("mars 2021 à aujourd'hui", "2021-03", "now"),
        ("oct. 2020 à à ce jour", "2020-10", "now"), ("mars à juin 2020", "2020-03", "2020-06"),
        ("2017", "2017", "nil"), ("June 2019 to May 2021", "2019-06", "2021-05"),
    ])
    func spans(_ text: String, _ start: String, _ end: String) throws {
        let range = try #require(DateRange.find(in: text)).range
        #expect(range.start?.description == start)
        #expect((range.isCurrent ? "now" : range.end?.description ?? "nil") == end)
    }

    @Test(arguments: [
        ("45-55 k€", 4_500_000, 5_500_000, "EUR", "YEAR"),
        ("£40,000 – £50,000 a year", 4_000_000, 5_000_000, "GBP", "YEAR"),
        ("12 €/h", 1_200, 1_200, "EUR", "HOUR"), ("1 800 € à 2 100 € brut par mois", 180_000, 210_000, "EUR", "MONTH"),
        ("$81.5k", 8_150_000, 8_150_000, "USD", "YEAR"), ("TJM 450 €", 45_000, 45_000, "EUR", "DAY"),
        ("35h, 2.500,50 EUR mensuel", 250_050, 250_050, "EUR", "MONTH"), ("100000", 10_000_000, 10_000_000, "", "YEAR"),
    ])
    func salaries(_ text: String, _ min: Int64, _ max: Int64, _ currency: String, _ unit: String) {
        #expect(SalaryText.parse(text) == .init(min: min, max: max, currency: currency, unit: unit))
    }

    @Test func openEndsAndNoPay() {
        #expect(
            SalaryText.parse("A partir de 21 k€ brut annuel") == .init(min: 2_100_000, currency: "EUR", unit: "YEAR"))
        #expect(SalaryText.parse("up to $90,000") == .init(max: 9_000_000, currency: "USD", unit: "YEAR"))
        #expect(SalaryText.parse("A négocier") == nil)
        #expect(SalaryText.parse("0") == nil)
    }

    @Test(arguments: [
        ("CDI", "FULL_TIME"), ("CDD - Alternance - Contrat d'apprentissage", "INTERN"), ("Full-time", "FULL_TIME"),
        ("Temps partiel", "PART_TIME"), ("Intérim", "TEMPORARY"), ("Freelance / Indépendant", "CONTRACTOR"),
        ("part_time", "PART_TIME"), ("Stage", "INTERN"), ("Bénévolat", "VOLUNTEER"), ("VIE", "OTHER"),
    ])
    func employmentTypes(_ text: String, _ expected: String) { #expect(WordValues.employmentType(text) == expected) }

    @Test(arguments: [
        ("Pas_teletravail", "on_site"), ("Occasionnel", "hybrid"), ("Full remote", "remote"), ("Non", "on_site"),
        ("Télétravail partiel", "hybrid"), ("oui", "remote"), ("Sur site", "on_site"),
    ])
    func workplaces(_ text: String, _ expected: String) { #expect(WordValues.workplace(text) == expected) }

    @Test(arguments: [
        ("06 39 98 12 04", "", "+33639981204"), ("+33 (0)6 39 98 12 04", "", "+33639981204"),
        ("(408) 555-0143", "", "+14085550143"), ("020 7946 0958", "GB", "+442079460958"),
        ("0470 12 34 56", "BE", "+32470123456"), ("+41 44 668 18 00", "", "+41446681800"),
        ("044 668 18 00", "CH", "+41446681800"),
        ("0033 1 99 00 45 17", "FR", "+33199004517"), ("030 23125 000", "DE", "+493023125000"),
    ])
    func phones(_ text: String, _ country: String, _ expected: String) {
        #expect(PhoneNumber.e164(text, country: country) == expected)
    }

    @Test(arguments: ["", "123", "12 rue des Lilas", "2019 - 2021"])
    func noPhones(_ text: String) { #expect(PhoneNumber.e164(text) == nil) }

    @Test func htmlBecomesText() {
        let html =
            "<p>R&eacute;sum&eacute; &amp; co</p><script>alert(1)</script><ul><li>One</li>\n<li>Two</li></ul>a<br/>b"
        #expect(HTMLText.plain(html) == "Résumé & co\n\n- One\n- Two\n\na\nb")
        #expect(HTMLText.plain("&lt;p&gt;Hello&lt;/p&gt;") == "Hello")
        #expect(HTMLText.plain("5 < 6 and 7 > 6") == "5 < 6 and 7 > 6")
        #expect(HTMLText.plain(String(repeating: "<b>", count: 100_000)).isEmpty)
    }
}
