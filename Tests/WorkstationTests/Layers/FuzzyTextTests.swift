import Testing

@testable import Workstation

@Suite struct FuzzyTextTests {
    private func score(_ query: String, _ text: String) -> Int? { FuzzyText(text).match(query)?.score }

    @Test func wordStartsComeFirst() throws {
        let start = try #require(score("sch", "Schedule an interview"))
        let within = try #require(score("sch", "Reschedule"))
        let scattered = try #require(score("sch", "Stage change"))
        #expect(start > within)
        #expect(within > scattered)
        #expect(score("sch", "Reject") == nil)
    }

    @Test func accentsAndCaseDoNotMatter() throws {
        let match = try #require(FuzzyText("Déplacer vers Présélection").match("PRESEL"))
        #expect(match.places == Set(14..<20))
        #expect(FuzzyText("Œuvre").match("oeu")?.places == [0, 1])
    }

    @Test func allWordsAreFoundInAnyOrder() {
        #expect(score("interview move", "Move to Interview") != nil)
        #expect(score("interview offer", "Move to Interview") == nil)
    }

    @Test func lettersAllOverALongTextAreNoMatch() {
        #expect(score("ae", "a" + String(repeating: "b", count: 40) + "e") == nil)
    }

    @Test func everyMatchedPlaceIsInTheText() {
        for text in ["Zoé 李 👩‍💻", "ß", "ﬁancé", ""] {
            for query in ["z", "ss", "fi", "", "é"] {
                let places = FuzzyText(text).match(query)?.places ?? []
                #expect(places.allSatisfy { $0 < text.count })
            }
        }
    }
}
