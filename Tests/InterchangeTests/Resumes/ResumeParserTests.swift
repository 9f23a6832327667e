import JSON
import Testing

@testable import Interchange

struct ResumeParserTests {
    static let french = """
        Zoé LI-MARTIN
        Ingénieure logiciel

        44000 Nantes | 06 39 98 55 10 | zoe.li-martin@example.com | linkedin.com/in/zoe-li-martin

        PROFIL
        Dix ans de développement d'outils pour les métiers.

        PARCOURS
        PROFESSIONNEL
        mars 2021 à aujourd'hui : Ingénieure logiciel senior, Atelier Exemple (Nantes)
          - Conception d'un service de paiement
          - Encadrement de deux personnes

        09/2016 – 02/2021 : Développeuse, Société Fictive (Rennes)
          - Refonte d'un intranet

        FORMATION
        2016 : Master informatique, Université de Rennes 1

        COMPÉTENCES
        Swift, PostgreSQL, Excel (TCD, macros)
        Méthodes : Scrum, Kanban

        LANGUES
        Anglais : C1
        Mandarin : langue maternelle

        CENTRES D'INTÉRÊT
        Escalade, piano
        """

    static let english = """
        Contact
        Leeds LS1 4AP
        020 7946 0958
        sam.okoro@example.com

        SAM OKORO, RN

        Registered Nurse

        Work Experience
        Registered Nurse - Emergency | Example City Hospital | Jan 2021 - Present
        • Triage of forty patients a shift
        Staff Nurse | Fictional Care Ltd. | June 2018 - Dec 2020
        • Wound care

        Education
        Bachelor of Science in Nursing | University of Example | 2018

        Skills
        Triage, ECG

        Languages: English (native), French (B1)
        """

    @Test func aFrenchCVIsReadWhole() {
        let resume = ResumeParser.parse(text: Self.french)
        #expect(resume.basics.name == "Zoé LI-MARTIN")
        #expect(resume.basics.label == "Ingénieure logiciel")
        #expect(resume.basics.email == "zoe.li-martin@example.com")
        #expect(resume.basics.phoneE164 == "+33639985510")
        #expect(resume.basics.location.city == "Nantes")
        #expect(resume.basics.location.postalCode == "44000")
        #expect(resume.basics.location.countryCode == "FR")
        #expect(resume.basics.profiles.map(\.network) == ["LinkedIn"])
        #expect(resume.basics.summary == "Dix ans de développement d'outils pour les métiers.")
        #expect(resume.work.map(\.position) == ["Ingénieure logiciel senior", "Développeuse"])
        #expect(resume.work.map(\.name) == ["Atelier Exemple", "Société Fictive"])
        #expect(resume.work.map(\.location) == ["Nantes", "Rennes"])
        #expect(resume.work.map(\.startDate) == ["2021-03", "2016-09"])
        #expect(resume.work.map(\.endDate) == ["", "2021-02"])
        #expect(resume.work[0].highlights.count == 2)
        #expect(resume.education.map(\.institution) == ["Université de Rennes 1"])
        #expect(resume.education.map(\.studyType) == ["Master"])
        #expect(resume.education.map(\.area) == ["informatique"])
        #expect(resume.education.map(\.endDate) == ["2016"])
        #expect(resume.skillNames == ["Swift", "PostgreSQL", "Excel (TCD, macros)", "Scrum", "Kanban"])
        #expect(
            resume.languages == [
                .init(language: "Anglais", fluency: "C1"), .init(language: "Mandarin", fluency: "langue maternelle"),
            ])
        #expect(resume.interests == ["Escalade", "piano"])
    }

    @Test func anEnglishCVIsReadWhole() {
        let resume = ResumeParser.parse(text: Self.english)
        #expect(resume.basics.name == "Sam Okoro")
        #expect(resume.basics.label == "Registered Nurse")
        #expect(resume.basics.phoneE164 == "+442079460958")
        #expect(resume.basics.location.city == "Leeds")
        #expect(resume.basics.location.postalCode == "LS1 4AP")
        #expect(resume.work.map(\.position) == ["Registered Nurse - Emergency", "Staff Nurse"])
        #expect(resume.work.map(\.name) == ["Example City Hospital", "Fictional Care Ltd."])
        #expect(resume.work.map(\.endDate) == ["", "2020-12"])
        #expect(resume.education.map(\.area) == ["Nursing"])
        #expect(resume.education.map(\.institution) == ["University of Example"])
        #expect(resume.languages.map(\.language) == ["English", "French"])
    }

    @Test func aCVOnOneLineHasTheSamePerson() {
        let line = Self.french.split(separator: "\n").map { String($0).trimmed }.joined(separator: " ")
        let resume = ResumeParser.parse(text: line)
        #expect(resume.basics.email == "zoe.li-martin@example.com")
        #expect(resume.basics.location.city == "Nantes")
        #expect(resume.work.map(\.startDate).contains("2021-03"))
    }

    @Test(arguments: ["", "   ", "\n\n\n", "•", "2019", "@", "Lorem ipsum dolor sit amet."])
    func nothingIsInvented(_ text: String) {
        let resume = ResumeParser.parse(text: text)
        #expect(resume.basics.email.isEmpty && resume.work.isEmpty && resume.skills.isEmpty)
    }

    @Test func jsonResumeGoesInAndOut() throws {
        let resume = ResumeParser.parse(text: Self.french)
        var again = try #require(ResumeDocument.resume(from: resume.json))
        again.evidence = resume.evidence
        again.basics.phone = resume.basics.phone
        #expect(again == resume)
    }

    @Test func freshIsRead() throws {
        let text = """
            {"name": "Jo Example", "meta": {"format": "FRESH@0.6.0"}, "contact": {"email": "jo@example.com"},
             "employment": {"history": [{"employer": "Example", "position": "Cook", "start": "2019-03", "end": "current"}]},
             "skills": {"sets": [{"name": "Kitchen", "skills": ["Sauces"]}]}}
            """
        let resume = try #require(ResumeDocument.resume(from: try JSONValue(parsing: text)))
        #expect(resume.basics.name == "Jo Example")
        #expect(resume.work.map(\.name) == ["Example"])
        #expect(resume.work.map(\.endDate) == [""])
        #expect(resume.skillNames == ["Sauces"])
        #expect(ResumeDocument.resume(from: ["a": 1]) == nil)
    }
}
