import Engine
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: ["a@example.org", "zoé.o'neil+jobs@exämple.co.uk", "李@例え.jp", " padded@example.org "])
    func addressesOfAnyScriptAreTaken(_ text: String) { #expect(EmailAddress(text) != nil) }

    @Test(arguments: [
        "", "a", "a@", "@example.org", "a@b@example.org", "a@example", "a@.org", "a@-example.org", ".a@example.org",
        "a.@example.org", "a b@example.org", "a\u{A0}b@example.org", "a(b)@example.org", "\"a\"@example.org",
        "a;b@example.org", "a\u{1B}[2J@example.org", "a\u{202E}@example.org", "a\u{85}@example.org", "<a@example.org>",
    ])
    func othersAreRefused(_ text: String) { #expect(EmailAddress(text) == nil) }
}
