import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct InterviewTests {
    private let board: Board
    private let application: String

    init() throws {
        board = try Board()
        _ = try board.ownProfile()
        let made = try board.call("applications.submit", ["job_id": .string(try board.job())], as: .candidate)
        application = try #require(made["id"]?.stringValue)
    }

    private func schedule(
        _ start: String, _ end: String, _ more: JSONValue = [:], as person: World.Person = .employer
    ) throws -> EncodedAnswer {
        var input: JSONValue = [
            "application_id": .string(application), "kind": "video", "start_at": .string(start),
            "end_at": .string(end), "timezone": "Europe/Paris", "video_url": "https://example.com/room",
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try board.world.call("applications.scheduleInterview", input, as: person)
    }

    private func update(_ id: JSONValue?, _ more: JSONValue, as person: World.Person) throws -> EncodedAnswer {
        var input = more
        input["interview_id"] = id
        return try board.world.call("interviews.update", input, as: person)
    }

    @Test func anInterviewHasARoundAndAnInvitation() throws {
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z").status == 409)
        try board.expectMove(application, "screening")
        let candidate = try board.user(.candidate)
        let made = try schedule(
            "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z",
            ["participants": [.string(candidate), .string(try board.user(.consultant))]])
        #expect(made.status == 201, "\(made.body)")
        #expect(made.body["round"]?.integerValue == 1)
        #expect(made.body["candidate_name"]?.stringValue == "Zoé Martin")
        let calendar = try #require(made.body["icalendar"]?.stringValue)
        for part in [
            "BEGIN:VCALENDAR\r\n", "METHOD:REQUEST", "DTSTART:20261201T090000Z", "SEQUENCE:0", "candidate@example.com",
        ] {
            #expect(calendar.contains(part), "\(part)")
        }
        let second = try schedule("2026-12-02T09:00:00Z", "2026-12-02T10:00:00Z")
        #expect(second.body["round"]?.integerValue == 2)
        #expect(try board.status(application) == "screening")
    }

    @Test func timesAndPeopleAreChecked() throws {
        try board.expectMove(application, "screening")
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z").status == 422)
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T21:00:01Z").status == 422)
        let stranger: JSONValue = ["participants": [.string(try board.user(.otherEmployer))]]
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", stranger).status == 422)
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", as: .otherEmployer).status == 404)
        #expect(try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", as: .candidate).status == 403)
    }

    @Test func twoInterviewsOfOnePersonDoNotOverlapUnlessAskedTo() throws {
        try board.expectMove(application, "screening")
        let consultant = try board.user(.consultant)
        let people: JSONValue = ["participants": [.string(consultant)]]
        let first = try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", people)
        #expect(first.status == 201)
        let clash = try schedule("2026-12-01T09:30:00Z", "2026-12-01T10:30:00Z", people, as: .admin)
        #expect(clash.status == 409)
        #expect(clash.body["busy"] == [.string(consultant)])
        #expect(try schedule("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", people, as: .admin).status == 201)
        #expect(
            try schedule(
                "2026-12-01T09:30:00Z", "2026-12-01T10:30:00Z",
                ["participants": [.string(consultant)], "allow_overlap": true], as: .admin
            ).status == 201)
        let onto = try update(first.body["id"], ["start_at": "2026-12-01T10:15:00Z"], as: .employer)
        #expect(onto.status == 409)
        #expect(
            try update(first.body["id"], ["start_at": "2026-12-01T08:45:00Z", "allow_overlap": true], as: .employer)
                .status == 200)
    }

    @Test func reschedulingAndCancellingRaiseTheSequence() throws {
        try board.expectMove(application, "screening")
        let candidate = try board.user(.candidate)
        let made = try schedule(
            "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", ["participants": [.string(candidate)]])
        let id = made.body["id"]
        let yes = try update(id, ["response": "accepted"], as: .candidate)
        #expect(yes.body["participants"]?[0]?["response"]?.stringValue == "accepted")
        #expect(yes.body["ical_sequence"]?.integerValue == 0)
        let moved = try update(id, ["start_at": "2026-12-03T09:00:00Z"], as: .consultant)
        #expect(moved.body["ical_sequence"]?.integerValue == 1)
        #expect(moved.body["end_at"]?.stringValue == "2026-12-03T10:00:00.000Z")
        #expect(moved.body["participants"]?[0]?["response"]?.stringValue == "needs_action")
        #expect(try update(id, ["start_at": "2026-12-03T09:00:00Z"], as: .consultant).body == moved.body)
        #expect(try update(id, ["expected_version": 1, "location": "Paris"], as: .employer).status == 409)
        #expect(try update(id, ["status": "complete"], as: .employer).status == 409)
        let cancelled = try update(id, ["status": "cancelled"], as: .employer)
        #expect(cancelled.body["ical_sequence"]?.integerValue == 2)
        #expect(cancelled.body["icalendar"]?.stringValue?.contains("METHOD:CANCEL") == true)
        #expect(try update(id, ["start_at": "2026-12-04T09:00:00Z"], as: .employer).status == 409)
        #expect(try update(id, ["response": "declined"], as: .candidate).status == 409)
    }

    @Test func itEndsOnceItHasBegun() throws {
        try board.expectMove(application, "screening")
        let made = try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z")
        board.world.clock.advance(days: 12)
        #expect(try update(made.body["id"], ["status": "awaiting_feedback"], as: .employer).status == 200)
        #expect(
            try update(made.body["id"], ["status": "no_show"], as: .employer).body["status"]?.stringValue == "no_show")
        #expect(try update(made.body["id"], ["status": "scheduled"], as: .employer).status == 409)
    }

    @Test func eachRoleSeesTheInterviewsOfItsApplications() throws {
        try board.expectMove(application, "screening")
        let made = try schedule("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z")
        for (person, total) in [
            (World.Person.candidate, 1), (.otherCandidate, 0), (.employer, 1), (.otherEmployer, 0), (.consultant, 1),
            (.admin, 1),
        ] {
            let list = try board.call("interviews.list", as: person)
            #expect(list["total"]?.integerValue == Int64(total), "\(person)")
        }
        #expect(try board.world.call("interviews.list", as: .anonymous).status == 401)
        #expect(try update(made.body["id"], ["response": "accepted"], as: .otherCandidate).status == 404)
        #expect(try update(made.body["id"], ["start_at": "2026-12-05T09:00:00Z"], as: .candidate).status == 403)
        #expect(try update(made.body["id"], ["response": "accepted"], as: .consultant).status == 403)
        #expect(try update(made.body["id"], ["status": "cancelled"], as: .otherEmployer).status == 404)
        let window = try board.call(
            "interviews.list", ["from": "2026-12-02T00:00:00Z", "until": "2026-12-09T00:00:00Z"], as: .admin)
        #expect(window["total"]?.integerValue == 0)
    }
}
