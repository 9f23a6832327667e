import Engine
import Testing

@Suite struct CodeTests {
    @Test(arguments: ["fr", "BE", " ch ", "XK"]) func countriesOfTheStandardAreTaken(_ text: String) {
        #expect(CountryCode(text) != nil)
    }

    @Test(arguments: ["ZZ", "QQ", "UK", "F", "FRA", "", "1A", "É"]) func otherLettersAreNoCountry(_ text: String) {
        #expect(CountryCode(text) == nil)
    }

    @Test(arguments: ["eur", "USD", " chf ", "XOF", "TND"]) func currenciesOfTheStandardAreTaken(_ text: String) {
        #expect(CurrencyCode(text) != nil)
    }

    @Test(arguments: ["ZZZ", "QQQ", "XXX", "XAU", "EU", "EURO", "€", ""]) func otherLettersAreNoCurrency(_ text: String)
    {
        #expect(CurrencyCode(text) == nil)
    }
}
