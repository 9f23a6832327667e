import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Whatever two records of one person went through: merging and taking it back is as if nothing had been, a merge keeps
/// every invariant, and anonymising changes no metric. The sequence is the same in every run.
@Suite struct RandomPrivacyTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }

        mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
    }

    private func live(_ board: Board, _ dice: inout Dice, _ people: [String], _ jobs: [String], steps: Int) throws {
        let reason = JSONValue.string(try board.reason())
        var applications: [String] = []
        for _ in 0..<steps {
            board.world.clock.advance(milliseconds: Int64(dice.roll(3_000_000)))
            let person = dice.pick(people)
            switch dice.roll(8) {
            case 0, 1:
                let made = try board.world.call(
                    "applications.source",
                    ["candidate_id": .string(person), "job_id": .string(dice.pick(jobs))], as: .consultant)
                if let id = made.body["id"]?.stringValue, made.isSuccess { applications.append(id) }
            case 2:
                _ = try board.world.call(
                    "candidates.skills.set",
                    [
                        "candidate_id": .string(person),
                        "skills": [
                            [
                                "name": .string(dice.pick(["Triage", "Suture", "Paie"])),
                                "level": .integer(Int64(dice.roll(5) + 1)), "evidence": .string("e\(dice.roll(90))"),
                            ]
                        ],
                    ], as: .admin)
            case 3:
                _ = try board.world.call(
                    "candidates.experience.add",
                    [
                        "candidate_id": .string(person), "name": .string("Employer \(dice.roll(3))"),
                        "position": "Nurse", "start_date": .string("20\(10 + dice.roll(3))"),
                    ], as: .admin)
            case 4:
                _ = try board.world.call(
                    "candidates.update",
                    [
                        "candidate_id": .string(person), "current_company": dice.pick(["Nord", "Sud", .null]),
                        "phones": dice.pick([[], [["value": "+33 6 12 34 56 78"]], [["value": "04 00 00 00 00"]]]),
                    ], as: .admin)
                if dice.roll(3) == 0 {
                    _ = try board.world.call(
                        "candidates.consent.record", ["candidate_id": .string(person)], as: .consultant)
                }
            default:
                guard !applications.isEmpty else { continue }
                let application = dice.pick(applications)
                let row: JSONValue = ["application_id": .string(application)]
                let current = try board.status(application).flatMap(Application.Status.init(rawValue:)) ?? .applied
                switch dice.roll(6) {
                case 0:
                    _ = try board.world.call(
                        "applications.notes.add", row.with(["body": .string("note \(dice.roll(1_000))")]), as: .admin)
                case 1 where current == .interview: try board.offer(application)
                case 2 where current == .offer: try board.accept(application)
                case 3:
                    _ = try board.move(application, to: "rejected", ["reason_id": reason, "internal_comment": "x"])
                default:
                    if current == .interview { try board.offer(application) }
                    if current == .offer, dice.roll(2) == 0 { try board.accept(application) }
                    let next = Application.Status.path.first { $0 > current } ?? .offer
                    _ = try board.move(application, to: next.rawValue)
                }
            }
        }
    }

    @Test(arguments: [UInt64(3), 11, 42, 77])
    func mergingAndErasingOverAnyHistory(seed: UInt64) throws {
        let board = try Board()
        let world = board.world
        var dice = Dice(state: seed)
        let jobs = try [board.job(openings: 3), board.job("Soudeur", openings: 2, other: true)]
        let pair = try [board.candidate("Zoé", "Quéribus"), board.candidate("Zoe", "Queribus")]
        let people = pair + [try board.candidate("Bea", "Deux")]
        try live(board, &dice, people, jobs, steps: 90)
        try BoardInvariants(world: world).check()

        let before = try DatabasePicture(world.database)
        func merge() throws -> JSONValue {
            try board.call(
                "candidates.merge", ["keep_id": .string(pair[0]), "merge_id": .string(pair[1])], as: .admin)
        }
        let first = try merge()
        try BoardInvariants(world: world).check()
        try board.call("candidates.merge.undo", ["merge_id": first["merge_id"] ?? .null], as: .admin)
        let differences = try DatabasePicture(world.database).differences(from: before)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        try BoardInvariants(world: world).check()

        // Life goes on with the merged record, and with the two after it was taken back.
        let second = try merge()
        try live(board, &dice, [pair[0], people[2]], jobs, steps: 40)
        try BoardInvariants(world: world).check()
        let undone = try world.call("candidates.merge.undo", ["merge_id": second["merge_id"] ?? .null], as: .admin)
        #expect([200, 409].contains(undone.status), "\(undone.body)")
        try BoardInvariants(world: world).check()

        for person in undone.status == 200 ? pair : [pair[0]] {
            let open: [Application.ID] = try world.database.read {
                try $0.column(
                    """
                    SELECT id FROM application WHERE candidate_id = \(Candidate.ID(person)) AND closed_at IS NULL
                    AND deleted_at IS NULL
                    """)
            }
            for id in open {
                try board.expectMove(id.description, "rejected", ["reason_id": .string(try board.reason())])
            }
            let metrics = try MetricsPicture(world)
            let name = person == pair[0] ? "Zoé Quéribus" : "Zoe Queribus"
            try board.call(
                "candidates.anonymise",
                ["candidate_id": .string(person), "confirm": .string(name), "reason": "test"], as: .admin)
            let changed = try MetricsPicture(world).differences(from: metrics)
            #expect(changed.isEmpty, "\(changed)")
            try BoardInvariants(world: world).check()
        }
        let traces = try DatabasePicture.traces(of: ["zoé quéribus", "queribus zoe"], in: world.database)
        #expect(traces.isEmpty, "\(traces)")
    }
}
