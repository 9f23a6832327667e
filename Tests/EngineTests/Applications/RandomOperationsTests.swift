import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Whatever is done in whatever order, the invariants hold after it. The sequence is the same in every run.
@Suite struct RandomOperationsTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }

        mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
    }

    private func makeOffer(_ board: Board, _ application: String, as person: World.Person) throws -> EncodedAnswer {
        try board.world.call(
            "applications.makeOffer",
            [
                "application_id": .string(application), "salary": 100, "currency": "EUR", "start_date": "2027-02-01",
                "expires_at": "2027-01-15T12:00:00Z",
            ], as: person)
    }

    @Test(arguments: [UInt64(7), 21, 99])
    func invariantsHoldAfterAnySequence(seed: UInt64) throws {
        let board = try Board()
        var dice = Dice(state: seed)
        let jobs = try [board.job(openings: 1), board.job("Soudeur", openings: 2, other: true)]
        let own = try board.ownProfile()
        let candidates = try [own, board.candidate("Ana", "Un"), board.candidate("Bea", "Deux", cv: false)]
        let reason = JSONValue.string(try board.reason())
        var applications: [String] = []
        var transitions: [String: (String, World.Person)] = [:]
        var offers: [String] = []
        var statuses: Set<Int> = []
        let people: [World.Person] = [.employer, .otherEmployer, .consultant, .admin, .admin]

        for _ in 0..<1_500 {
            board.world.clock.advance(milliseconds: Int64(dice.roll(300_000)))
            let person = dice.pick(people)
            let answer: EncodedAnswer
            switch dice.roll(12) {
            case 0, 1:
                answer = try board.world.call(
                    "applications.source",
                    ["candidate_id": .string(dice.pick(candidates)), "job_id": .string(dice.pick(jobs))],
                    as: .consultant)
            case 2:
                answer = try board.world.call(
                    "applications.submit", ["job_id": .string(dice.pick(jobs))], as: .candidate)
            default:
                guard !applications.isEmpty else { continue }
                // The first and the last ones: most of those between are closed, and nothing more happens to them.
                let application = dice.pick(Array(applications.prefix(4)) + applications.suffix(3))
                let row: JSONValue = ["application_id": .string(application)]
                switch dice.roll(10) {
                case 0:
                    answer = try board.world.call("applications.withdraw", row, as: .candidate)
                case 1:
                    guard let (transition, mover) = transitions[application] else { continue }
                    answer = try board.undo(application, transition, as: mover)
                case 2:
                    answer = try makeOffer(board, application, as: person)
                    if let id = answer.body["id"]?.stringValue, answer.isSuccess { offers.append(id) }
                case 3:
                    guard !offers.isEmpty else { continue }
                    answer = try board.world.call(
                        "offers.respond",
                        ["offer_id": .string(dice.pick(offers)), "action": .string(dice.pick(["accept", "rescind"]))],
                        as: dice.pick([.candidate, .candidate, .admin]))
                case 4:
                    try board.accept(application)
                    continue
                default:
                    // Mostly along the path, sometimes anywhere.
                    let current = try board.status(application).flatMap(Application.Status.init(rawValue:)) ?? .applied
                    // A stage that only an offer, or its acceptance, leads out of.
                    if current == .interview, dice.roll(2) == 0 { _ = try makeOffer(board, application, as: .admin) }
                    if current == .offer, dice.roll(2) == 0 { try board.accept(application) }
                    let next = Application.Status.path.first { $0 > current } ?? .offer
                    let to = dice.roll(4) == 0 ? dice.pick(Application.Status.allCases) : next
                    answer = try board.move(
                        application, to: to.rawValue, ["reason_id": reason, "internal_comment": "dice"], as: person)
                    if let id = answer.body["transition_id"]?.stringValue { transitions[application] = (id, person) }
                }
            }
            statuses.insert(answer.status)
            #expect(answer.status < 500, "\(answer.body)")
            if answer.status == 201, let id = answer.body["id"]?.stringValue, answer.body["job_id"] != nil {
                applications.append(id)
            }
        }
        #expect(statuses.isSuperset(of: [200, 201, 403, 409]))
        try BoardInvariants(world: board.world).check()
        let reached: [String] = try board.world.database.read {
            try $0.column("SELECT DISTINCT to_status FROM status_history")
        }
        #expect(reached.contains("hired"), "the sequence reaches a hire: \(reached)")
    }
}
