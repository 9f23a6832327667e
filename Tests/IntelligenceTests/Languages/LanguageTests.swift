import Domain
import Testing

@testable import Intelligence

@Suite struct LanguageTests {
    @Test func languagesAreNamedAsPeopleWriteThem() {
        #expect(HumanLanguage(word: "francais")?.name.french == "français")
        #expect(HumanLanguage(name: "Néerlandais (courant)")?.name.english == "Dutch")
        #expect(HumanLanguage(name: "Klingon") == nil)
    }

    @Test func languagesAreWantedOnlyWhereTheTextAsksForThem() {
        func wanted(_ text: String) -> [String] { WrittenLanguages.wanted(in: text).map(\.name.english) }
        #expect(wanted("Anglais courant exigé. Nous vendons surtout sur le marché allemand.") == ["English"])
        #expect(wanted("You speak fluent German and Dutch.") == ["German", "Dutch"])
        #expect(wanted("We sell to French companies.") == [])
        #expect(wanted("") == [])
    }

    @Test(arguments: [
        ("C2", 1.0), ("Langue maternelle", 1), ("Native speaker", 1), ("Courant", 1), ("B2", 0.8),
        ("lu, écrit, parlé", 0.8), ("Notions", 0.3), ("B1", 0.6), ("🤷", 0.7),
    ])
    func fluencyIsReadAsPeopleWriteIt(_ text: String, _ value: Double) {
        #expect(Fluency.value(text) == value)
    }

    private func part(_ spoken: [CandidateProfile.Spoken], text: String = "") -> (value: Double, missing: [String]) {
        var job = MatcherTests.job
        job.requirements.append(
            JobProfile.Requirement(
                skill: Skill.ID(high: 1, low: 3), name: "Anglais", aliases: [], importance: .required, minLevel: nil,
                minYears: nil, weight: 1, kind: .language))
        var candidate = MatcherTests.candidate
        candidate.languages = spoken
        candidate.text += "\n" + text
        let score = Matcher(job, language: .french).score(candidate)
        return (score.contributions.first { $0.factor == .language }?.value ?? -1, score.missing)
    }

    @Test func aLanguageIsFoundOnRecordOrInTheText() {
        #expect(part([CandidateProfile.Spoken(name: "English", fluency: "C1")]) == (1, []))
        #expect(part([CandidateProfile.Spoken(name: "Anglais", fluency: "A2")]) == (0.3, []))
        #expect(part([CandidateProfile.Spoken(name: "Deutsch", fluency: nil)], text: "anglais technique") == (0.5, []))
        #expect(part([]) == (0, ["Anglais"]))
    }

    /// The mother tongue tells of somebody's origin.
    @Test func beingBornToALanguageCountsNoMoreThanSpeakingIt() {
        #expect(
            part([CandidateProfile.Spoken(name: "Anglais", fluency: "Langue maternelle")])
                == part([CandidateProfile.Spoken(name: "Anglais", fluency: "Courant")]))
    }

    @Test func aJobThatAsksForNoLanguageIsNotJudgedByIt() {
        let score = Matcher(MatcherTests.job, language: .english).score(MatcherTests.candidate)
        #expect(!score.contributions.contains { $0.factor == .language })
    }
}
