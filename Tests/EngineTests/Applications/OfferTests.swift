import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct OfferTests {
    private let board: Board
    private let application: String

    /// An application of the person that signs in as `candidate`, in the stage `interview`.
    init() throws {
        board = try Board()
        _ = try board.ownProfile()
        let made = try board.call(
            "applications.submit", ["job_id": .string(try board.job(openings: 2))], as: .candidate)
        application = try #require(made["id"]?.stringValue)
        try board.expectMove(application, "screening")
        try board.expectMove(application, "interview")
    }

    private func respond(_ offer: String, _ action: String, as person: World.Person) throws -> EncodedAnswer {
        try board.world.call("offers.respond", ["offer_id": .string(offer), "action": .string(action)], as: person)
    }

    private func statuses(as person: World.Person = .admin) throws -> [String?] {
        try board.call("offers.list", as: person)["data"]?.arrayValue?.map { $0["status"]?.stringValue } ?? []
    }

    @Test func anOfferMovesTheApplicationIsAcceptedAndLeadsToTheHire() throws {
        let offer = try board.offer(application, as: .employer)
        #expect(try board.status(application) == "offer")
        #expect(try board.history(application)[0]["from_status"]?.stringValue == "interview")
        for person in [World.Person.employer, .admin, .superadmin] {
            #expect(try respond(offer, "accept", as: person).status == 403, "\(person)")
        }
        #expect(try respond(offer, "rescind", as: .candidate).status == 403)
        #expect(try respond(offer, "accept", as: .consultant).status == 403)
        #expect(try respond(offer, "accept", as: .otherCandidate).status == 404)
        #expect(try respond(offer, "rescind", as: .otherEmployer).status == 404)
        let accepted = try respond(offer, "accept", as: .candidate)
        #expect(accepted.status == 200)
        #expect(accepted.body["status"]?.stringValue == "accepted")
        #expect(try respond(offer, "decline", as: .candidate).status == 409)
        let another = try board.world.call(
            "applications.makeOffer",
            [
                "application_id": .string(application), "salary": 1, "currency": "EUR", "start_date": "2027-02-01",
                "expires_at": "2027-01-15T12:00:00Z",
            ], as: .admin)
        #expect(another.status == 409)
        #expect(try board.move(application, to: "hired", as: .consultant).status == 403)
        #expect(try board.move(application, to: "hired", as: .employer).status == 200)
        #expect(try respond(offer, "rescind", as: .employer).status == 409)
        try BoardInvariants(world: board.world).check()
    }

    @Test func aNewRevisionSupersedesThePendingOne() throws {
        try board.offer(application)
        let second = try board.call(
            "applications.makeOffer",
            [
                "application_id": .string(application), "salary": 4_500_000, "currency": "eur",
                "salary_unit": "MONTH", "start_date": "2027-02-01", "expires_at": "2027-01-15T12:00:00Z",
            ], as: .admin)
        #expect(second["revision"]?.integerValue == 2)
        #expect(second["salary_unit"]?.stringValue == "MONTH")
        #expect(try statuses() == ["sent", "superseded"])
        #expect(try board.history(application).count == 4)
    }

    @Test func aDraftIsHiddenFromTheCandidateUntilItIsSent() throws {
        let offer = try board.offer(application, ["send": false], as: .employer)
        #expect(try statuses(as: .candidate).isEmpty)
        #expect(try respond(offer, "accept", as: .candidate).status == 404)
        #expect(try statuses(as: .employer) == ["draft"])
        #expect(try statuses(as: .consultant) == ["draft"])
        #expect(try respond(offer, "send", as: .employer).status == 200)
        #expect(try respond(offer, "send", as: .employer).status == 409)
        #expect(try statuses(as: .candidate) == ["sent"])
        #expect(try respond(offer, "decline", as: .candidate).body["status"]?.stringValue == "declined")
    }

    @Test func anOfferWhoseTimeIsOverIsExpired() throws {
        let offer = try board.offer(application)
        board.world.clock.advance(days: 60)
        #expect(try statuses(as: .candidate) == ["expired"])
        let late = try respond(offer, "accept", as: .candidate)
        #expect(late.status == 409)
        #expect(late.body["detail"]?.stringValue?.contains("expired") == true)
        let expired = try board.call("offers.list", ["status": "expired"], as: .admin)
        #expect(expired["total"]?.integerValue == 1)
        #expect(try board.call("offers.list", ["status": "sent"], as: .admin)["total"]?.integerValue == 0)
        try board.offer(application, ["expires_at": "2027-06-01T00:00:00Z", "start_date": "2027-07-01"])
        #expect(try statuses() == ["sent", "expired"])
    }

    @Test func offersNeedAnInterviewAndATimeToCome() throws {
        let early = try board.sourced(try board.candidate(), try board.job())
        let input: JSONValue = [
            "application_id": .string(early), "salary": 1, "currency": "EUR", "start_date": "2027-02-01",
            "expires_at": "2027-01-15T12:00:00Z",
        ]
        let refused = try board.world.call("applications.makeOffer", input, as: .employer)
        #expect(refused.status == 409)
        #expect(refused.body["current"]?.stringValue == "sourced")
        #expect(try board.world.call("applications.makeOffer", input, as: .consultant).status == 403)
        #expect(try board.world.call("applications.makeOffer", input, as: .otherEmployer).status == 404)
        var past = input
        past["expires_at"] = "2026-01-01T00:00:00Z"
        #expect(try board.world.call("applications.makeOffer", past, as: .employer).status == 422)
    }

    @Test func withdrawingDeclinesTheOfferThatWasSent() throws {
        try board.offer(application)
        try board.call("applications.withdraw", ["application_id": .string(application)], as: .candidate)
        #expect(try statuses() == ["declined"])
        try BoardInvariants(world: board.world).check()
    }
}
