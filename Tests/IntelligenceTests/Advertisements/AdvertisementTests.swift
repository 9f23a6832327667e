import Domain
import Intelligence
import Testing

@Suite struct AdvertisementTests {
    private let bare = AdvertisementReview.Record(hasSalary: false, hasPlace: false)

    @Test(arguments: [
        ("We look for a young rockstar. He is a native speaker of English and a salesman.", Language.english),
        ("Nous cherchons un jeune ninja de langue maternelle française avec une bonne présentation 🚀.", .french),
    ])
    func findingsPointAtTheText(_ text: String, _ language: Language) {
        let findings = AdvertisementReview(text, language: language).findings(bare)
        let scalars = Array(text.unicodeScalars)
        for finding in findings where finding.text != nil {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[finding.start!..<finding.end!])
            #expect(String(view) == finding.text)
        }
        let kinds = Set(findings.map(\.kind))
        #expect(
            kinds.isSuperset(of: [.jargon, .age, .exclusion, .missingSalary, .missingPlace, .missingStages, .length]))
        #expect(findings.allSatisfy { !$0.reason.isEmpty && !$0.suggestion.isEmpty })
    }

    @Test func ordinaryWordsAreNoFindings() {
        let text = "A single team with a healthy work-life balance and a mature product."
        let kinds = AdvertisementReview(text, language: .english).findings(bare).map(\.kind)
        #expect(!kinds.contains(.exclusion) && !kinds.contains(.age))
    }

    @Test func whatIsThereIsNotMissed() {
        let text = "Salary 40,000 EUR. Remote. Two interviews."
        let record = AdvertisementReview.Record(hasSalary: true, hasPlace: true)
        let kinds = Set(AdvertisementReview(text, language: .english).findings(record).map(\.kind))
        #expect(kinds == [.length])
    }
}
