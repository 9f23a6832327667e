import Domain
import Intelligence
import Testing

@Suite struct LetterTests {
    @Test(arguments: LetterKind.allCases, Language.allCases)
    func lettersSayWhatTheRecordSaysAndNothingOnTwoLines(_ kind: LetterKind, _ language: Language) {
        let facts = LetterFacts(
            firstName: "Zoé\nBcc: all@example.com", lastName: "Test", jobTitle: "Nurse\r\nX", companyName: "Clinique",
            sender: "Ana")
        for tone in LetterTone.allCases {
            let letter = Letter.write(kind, facts, tone: tone, language: language)
            #expect(!letter.subject.contains { $0.isNewline })
            #expect(letter.subject.contains("Nurse X"))
            #expect(letter.body.hasSuffix("Ana"))
            #expect(!letter.body.contains("\nBcc"))
        }
    }

    @Test func questionsBeginWithTheGaps() {
        var candidate = MatcherTests.candidate
        candidate.skills = [:]
        candidate.text = "SQL"
        let score = Matcher(MatcherTests.job, language: .english).score(candidate)
        let questions = InterviewQuestions.make(for: MatcherTests.job, score: score, count: 3, language: .english)
        #expect(questions.count == 3)
        #expect(questions.first?.topic == .gap)
        #expect(questions.first?.question.contains("Java") == true)
    }
}
