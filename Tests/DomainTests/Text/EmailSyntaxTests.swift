import Domain
import Testing

@Suite struct EmailSyntaxTests {
    @Test(arguments: [
        "camille.1@example.com", "a@b.fr", "A_b-c+d@Mail.Example.org", "é@example.com", "a%b@example.com",
        "zoé.o'neil+jobs@exämple.co.uk", "李@例え.jp", "a@xn--r8jz45g.jp",
        // No list of endings is kept, so a short one and one with a digit pass, as they always did in the program.
        "a@b.c", "a@example.c0m",
        String(repeating: "a", count: 64) + "@example.com",
    ])
    func addressesAreTaken(_ text: String) { #expect(EmailSyntax.isAddress(text)) }

    @Test(arguments: [
        "", "a", "@", "a@", "@example.com", "a@b", "a@.com", ".ann@example.com", "ann.@example.com",
        "a..b@example.com", "a@example..com", "a@@example.com", "a@b@example.com", "a b@example.com",
        "a@-example.com", "a@example-.com", "a@example.com-", "a@exam_ple.com", "a@example.com.", "a@10.0.0.1",
        " a@example.com", "a@example.com ", "a\u{A0}b@example.org", "a(b)@example.org", "\"a\"@example.org",
        "a;b@example.org", "a\u{1B}[2J@example.org", "a\u{202E}@example.org", "a@exam\u{202E}ple.org",
        "a\nBcc: b@example.org", "<a@example.org>", String(repeating: "a", count: 65) + "@example.com",
        "a@" + String(repeating: "b", count: 64) + ".com", "a@" + String(repeating: "b.", count: 130) + "com",
    ])
    func othersAreNot(_ text: String) { #expect(!EmailSyntax.isAddress(text)) }
}
