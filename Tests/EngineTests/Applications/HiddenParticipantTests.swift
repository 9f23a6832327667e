import Domain
import Engine
import JSON
import TestSupport
import Testing

/// An employer that may not know a candidate yet learns no account of it from a clash of interviews.
@Suite struct HiddenParticipantTests {
    @Test func aClashDoesNotNameTheCandidate() throws {
        let board = try Board()
        let candidate = try board.ownProfile()
        let user = try board.user(.candidate)
        var interviews: [JSONValue] = []
        for (title, day) in [("Infirmier de bloc", "2026-12-01"), ("Infirmier de nuit", "2026-12-02")] {
            let application = try board.sourced(candidate, try board.job(title))
            try board.bring(application, to: .screening)
            let made = try board.call(
                "applications.scheduleInterview",
                [
                    "application_id": .string(application), "kind": "video", "start_at": .string("\(day)T09:00:00Z"),
                    "end_at": .string("\(day)T10:00:00Z"), "participants": [.string(user)],
                ], as: .consultant)
            interviews.append(made["id"] ?? .null)
        }
        let move: JSONValue = ["interview_id": interviews[1], "start_at": "2026-12-01T09:30:00Z"]
        let consultant = try board.world.call("interviews.update", move, as: .otherConsultant)
        #expect(consultant.status == 409)
        #expect(consultant.body["busy"]?.arrayValue?.contains(.string(user)) == true)
        let employer = try board.world.call("interviews.update", move, as: .employer)
        #expect(employer.status == 409)
        #expect(!employer.body.serialized().contains(user))
    }
}
