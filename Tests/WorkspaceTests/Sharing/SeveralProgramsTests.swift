import Dispatch
import Domain
import Engine
import JSON
import Storage
import Synchronization
import Testing
import Workspace

/// Several programs on one workspace: each has its own connections, as another process would.
@Suite struct SeveralProgramsTests {
    private func create(_ name: String, in program: DemoWorkspace) -> EncodedAnswer {
        program.workspace.engine.dispatch(
            "candidates.create", input: ["first_name": "Anna", "last_name": .string(name)], as: .token(program.token))
    }

    private func count(_ workspace: Workspace) throws -> Int {
        try workspace.database.read { try $0.value("SELECT COUNT(*) FROM candidate") } ?? 0
    }

    @Test func oneSeesAtOnceWhatTheOtherWrote() throws {
        let demo = try DemoPlace(.either)
        let programs = try (0..<2).map { _ in
            try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        }
        defer { for program in programs { program.workspace.close() } }
        let made = create("Karénine", in: programs[0])
        #expect(made.status == 201)
        let seen = programs[1].workspace.engine.dispatch(
            "candidates.get", input: ["candidate_id": made.body["id"] ?? .null], as: .token(programs[1].token))
        #expect(seen.status == 200)
        #expect(seen.body["last_name"] == "Karénine")
    }

    @Test func manyWriteAtOnceAndNothingIsLost() throws {
        let demo = try DemoPlace(.either)
        let programs = try (0..<4).map { _ in
            try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        }
        let before = try count(programs[0].workspace)
        let statuses = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: programs.count) { number in
            for row in 0..<25 {
                let answer = create("Numéro \(number)-\(row)", in: programs[number])
                statuses.withLock { $0.append(answer.status) }
            }
        }
        #expect(statuses.withLock { $0 } == [Int](repeating: 201, count: 100))
        #expect(try count(programs[0].workspace) == before + 100)
        for program in programs { program.workspace.close() }
        #expect(demo.damage() == [])
    }

    @Test func whoWaitsTooLongIsTold() throws {
        let demo = try DemoPlace(.either)
        let first = try Workspace.open(at: demo.location, options: Place.options)
        var options = Place.options
        options.storage.busyTimeout = 60
        options.server.busyTimeout = 60
        let second = try DemoWorkspace.open(at: demo.location, as: .admin, options: options)
        defer {
            first.close()
            second.workspace.close()
        }
        let refused = try first.database.write { transaction in
            try transaction.execute("UPDATE row_number SET last = last")
            return create("Impatiente", in: second)
        }
        #expect(refused.status == 503)
        #expect(refused.retryAfter == 1)
        #expect(create("Patiente", in: second).status == 201)
    }
}
