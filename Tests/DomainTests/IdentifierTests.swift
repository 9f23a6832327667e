import Domain
import Testing

@Suite struct IdentifierTests {
    @Test func theTextFormComesBack() throws {
        let text = "f190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"
        let id = try #require(Candidate.ID(text))
        #expect(id.description == text)
        #expect(Candidate.ID(text.uppercased()) == id)
        #expect(id.high == 0xF190_B7A0_1C2D_7E3F)
    }

    @Test(arguments: ["", "f190b7a0", "f190b7a0-1c2d-7e3f-8a4b-5c6d7e8f901", "g190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"])
    func otherTextIsRefused(_ text: String) {
        #expect(Candidate.ID(text) == nil)
    }

    @Test func instantsComeBack() throws {
        let instant = try #require(Instant("2026-11-22T10:41:00.250+01:00"))
        #expect(instant.description == "2026-11-22T09:41:00.250Z")
        #expect(Instant("2026-02-30T00:00:00Z") == nil)
        #expect(CalendarDate("2024-02-29")?.adding(days: 1).description == "2024-03-01")
    }
}
