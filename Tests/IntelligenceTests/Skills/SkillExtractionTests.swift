import Domain
import Intelligence
import TestSupport
import Testing

@Suite struct SkillExtractionTests {
    static let texts = [
        "You have 5 years of experience in Java, Kotlin and PostgreSQL.\nGood knowledge of Agile methodologies.",
        "Maîtrise de Java, d’Excel et de PostgreSQL ; gestion de projet 🚀 et techniques de soudage.",
        "e\u{301}quipe 🇫🇷 — Kubernetes/Docker… C++, C#, .NET",
        "", " \n\t", "((((", "🚀",
    ]

    @Test(arguments: texts)
    func placesPointAtTheText(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        for skill in SkillExtractor().skills(in: text) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[skill.start..<skill.end])
            #expect(String(view) == skill.text)
            #expect((0...1).contains(skill.confidence))
        }
    }

    private func names(_ text: String) -> Set<String> { Set(SkillExtractor().skills(in: text).map(\.text)) }

    @Test func toolsAreToldFromWordsOfEveryDay() {
        let tools = names("Experience in Go, Java and Excel is required.")
        #expect(tools.isSuperset(of: ["Go", "Java", "Excel"]))
        let speech = names("Go to the office and excel at what you do, r we clear.")
        #expect(speech.isDisjoint(with: ["Go", "excel", "r"]))
        #expect(names("Logiciels : C++, Java et Excel").isSuperset(of: ["C++", "Java", "Excel"]))
    }

    @Test func toolsNamedLikeWordsAreFoundWhereTheyAreListed() {
        #expect(names("Go and Excel").isSuperset(of: ["Go", "Excel"]))
        #expect(names("Advanced Excel and Word user").isSuperset(of: ["Excel", "Word"]))
        #expect(names("Bonne pratique de Word et Excel").isSuperset(of: ["Word", "Excel"]))
        // Words of every day stay words, however they are joined.
        #expect(names("Come, go and excel with us.").isDisjoint(with: ["go", "excel"]))
        #expect(names("Excel and go far.").isDisjoint(with: ["Excel", "go"]))
    }

    @Test func whatFrenchAdvertisementsAskForIsNamedAsInESCO() {
        let text = "Vous êtes rigoureux et vous aimez le travail en équipe. Anglais courant, gestion de projet."
        let found = SkillExtractor().skills(in: text, language: .french)
        let names = found.map { $0.skill?.name }
        #expect(names == ["attend to detail", "work in teams", "English", "project management"])
        #expect(found.allSatisfy { $0.skill?.escoURI != nil })
        // An English text is not searched for French words.
        #expect(dictionaryNames("The initiative is an organisation of its own").isEmpty)
    }

    private func dictionaryNames(_ text: String) -> [String] {
        SkillExtractor().skills(in: text, language: .english).filter { $0.confidence == 0.7 }.map(\.text)
    }

    @Test func knownSkillsCarryTheirAddressInESCO() throws {
        let java = try #require(
            SkillExtractor().skills(in: "Experience in Java is required.").first { $0.text == "Java" })
        #expect(java.skill?.escoURI?.hasPrefix("http://data.europa.eu/esco/skill/") == true)
        #expect(java.kind == .knowledge)
    }

    @Test func theSameTextAlwaysGivesTheSameSkills() {
        for text in Self.texts { #expect(SkillExtractor().skills(in: text) == SkillExtractor().skills(in: text)) }
    }

    @Test func longTextWithoutWhiteSpaceEnds() {
        let text = String(repeating: "a", count: 100_000)
        #expect(SkillExtractor().skills(in: text).allSatisfy { $0.end <= 100_000 })
    }

    /// One line of many matches is compared with its neighbours only.
    @Test(arguments: ["née le ", "Go and ", "Excel, ", "java ", "MARS le "], [Language.french, .english])
    func longLinesTakeTimeByTheirLength(_ unit: String, _ language: Language) {
        let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
        let skills = withProcessorLimit { SkillExtractor().skills(in: text, language: language) }
        #expect(skills.allSatisfy { $0.end <= text.unicodeScalars.count })
    }

    @Test(arguments: [
        "Disponible le 12 mars 2024.", "DISPONIBLE LE 12 MARS 2024", "Du 3 Mars au 5 Avril", "en mai et en juin",
    ])
    func frenchDatesAreNoTools(_ text: String) {
        #expect(SkillExtractor().skills(in: text, language: .french).map(\.name) == [])
    }
}
