import Domain
import Intelligence
import JSON
import TestSupport
import Testing

@testable import Engine

@Suite struct RedactionTests {
    private func redacted(_ text: String, _ known: KnownPersonalData = KnownPersonalData()) -> String {
        var redaction = Redaction(known: known.values)
        let sent = redaction.redacted(text)
        #expect(redaction.restored(sent) == text)
        return sent
    }

    @Test(arguments: [
        "Née à Lyon le 12 mars 1985", "Né à Saint-Étienne (Loire) le 3 mai 1990", "NÉE LE 1ER AOÛT 1979",
        "Né(e) en 1985", "Naissance : 3 mai 1990", "Lieu et date de naissance : Lyon, 3 mai 1990",
        "12 mars 1985", "12 Mars 85", "1er janvier 1990", "3 févr. 1990", "le 5 décembre 1988", "12-mars-1985",
        "March 12, 1985", "12th March 1985", "12 of March 1985", "Sept. 3rd, 1990", "May 5 1990", "12–03–1985",
        "12 / 03 / 1985", "born in Leeds, Yorkshire, on 4 July 1976", "Birth: 4 July 1976",
    ])
    func daysOfBirthAreWithheld(_ text: String) {
        let sent = redacted("Java, \(text) ; PostgreSQL")
        for part in ["1985", "1990", "1979", "1976", "1988", "mars", "Mars", "March", "mai", "85"] {
            #expect(!sent.contains(part), "\(sent)")
        }
        #expect(sent.contains("[[DATE_1]]") && sent.hasPrefix("Java, ") && sent.hasSuffix(" ; PostgreSQL"), "\(sent)")
    }

    @Test(arguments: [
        "Java, mars 2012 – mai 2014", "from March 2012 to May 2015", "2015 – 2018", "2015-2018", "septembre 2020",
        "12 marchés, 1990 clients", "le décor date de 1990",
    ])
    func monthsAndYearsOfACareerAreSent(_ text: String) { #expect(redacted(text) == text) }

    @Test(arguments: [
        "06–12–34–56–78", "06‐12‐34‐56‐78", "06—12—34—56—78", "+33 (0)6–12–34–56–78", "(+33) 6 12 34 56 78",
        "06-12-34-56-78", "06.12.34.56.78", "06\u{202F}12\u{202F}34\u{202F}56\u{202F}78", "0612345678",
        "2015-2016-2017 - 2018 06 12 34 56 78", "12/03/1985 06 12 34 56 78", "+1234567",
    ])
    func telephonesAreWithheldWhole(_ text: String) {
        let sent = redacted("Tél \(text), Java")
        #expect(!sent.contains { "345678".contains($0) }, "\(sent)")
        #expect(sent.hasPrefix("Tél ") && sent.hasSuffix(", Java"))
    }

    @Test(arguments: ["12 rue de Siam", "rue de Siam 12", "12 bis, rue de Siam", "Rue de Siam, 12", "quai de Siam 3"])
    func streetsAreWithheld(_ text: String) { #expect(!redacted("x, \(text), Brest").contains("Siam")) }

    @Test(arguments: [
        "L'HOSTIS", "L’Hostis", "L‘hostis", "Lʼhostis", "l'hostis", "Hostis", "Anne‐Marie", "Anne–Marie", "Anne-Marie",
        "Marie",
    ])
    func apostrophesAndDashesAreOneSign(_ text: String) {
        for (first, last) in [("Anne-Marie", "L'HOSTIS"), ("Anne‑Marie", "L’Hostis")] {
            var known = KnownPersonalData()
            known.add(first: first, last: last)
            #expect(redacted("With \(text), in Java", known) == "With [[PERSON_1]], in Java")
        }
        var known = KnownPersonalData()
        known.add(first: "Anne Marie L'HOSTIS", last: nil)
        #expect(!redacted("With \(text), in Java", known).lowercased().contains("hostis"))
    }

    @Test func oneLetterIsNoName() {
        var known = KnownPersonalData()
        known.add(first: "Jean", last: "d'Ys")
        #expect(redacted("R, D and C", known) == "R, D and C")
    }

    /// Hostile texts of the longest length that is sent.
    @Test(
        arguments: [
            "née ", "né le ", "born ", "1 ", "1.1.11 ", "06 ", "12 mars ", "mars 1 ", "rue rue ", "1 rue ", "a@", "a.",
            "+1",
            "naissance ", "naissance 1", "((((", "http://", "Anne ", "12\u{2013}",
        ])
    func hostileTextsTakeNoLongerThanOthers(_ unit: String) {
        var known = KnownPersonalData()
        known.add(first: "Anne", last: "Anne")
        let text = String(repeating: unit, count: AssistantText.longestSent / unit.utf8.count)
        #expect(withProcessorLimit { !redacted(text, known).isEmpty })
    }

    @Test func aTextIsCutByBytes() {
        let longest = AssistantText.longestSent
        for character in ["a", "é", "🚀", "👩‍👩‍👧‍👦", "e" + String(repeating: "\u{301}", count: 50)] {
            let sent = AssistantText.beginning(String(repeating: character, count: 30_000))
            #expect(sent.utf8.count <= longest && sent.utf8.count > longest - 4)
        }
        let words = AssistantText.beginning(String(repeating: "word ", count: 10_000))
        #expect(words.hasSuffix("word") && words.utf8.count > longest - 10)
        let lines = AssistantText.beginning(String(repeating: "two words\n", count: 10_000))
        #expect(lines.hasSuffix("two words"))
        let short = String(repeating: "a", count: longest)
        #expect(AssistantText.beginning(short) == short)
    }

    @Test func noNameHasNoPlaceholder() throws {
        let facts = LetterFacts(firstName: "", lastName: "Test", jobTitle: "Nurse", companyName: "Clinic", sender: "")
        let task = LetterDraft.task(
            .offer, facts, KnownPersonalData(), tone: .formal, language: .english, sharesPersonalData: false)
        let sent = try task.question.get().data.serialized()
        #expect(sent.contains("[[PERSON_1]]") && !sent.contains("[[PERSON_2]]") && !sent.contains("Test"))
    }
}
