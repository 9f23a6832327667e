import Dispatch
import Domain
import Engine
import Synchronization
import TestSupport
import Testing

@Suite struct ReadingTests {
    @Test func severalReadsAreOneSnapshot() throws {
        let board = try Board()
        let world = board.world
        let id = try #require(Candidate.ID(try board.candidate("Zoé", "Martin")))
        let admin = try world.credential(.admin)
        let names = try world.engine.read(as: admin) { reading throws(Problem) in
            let before = try reading.perform(GetCandidate(candidateID: id))
            // Another connection writes meanwhile.
            #expect(Self.rename(id, in: world))
            return [before.lastName, try reading.perform(GetCandidate(candidateID: id)).lastName]
        }
        #expect(names == ["Martin", "Martin"])
        #expect(try world.engine.perform(GetCandidate(candidateID: id), as: admin).lastName == "Roy")
    }

    /// On a thread of its own: inside a transaction of the same thread a write is refused.
    private static func rename(_ id: Candidate.ID, in world: World) -> Bool {
        let isDone = Mutex(false)
        let ended = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            let answer = try? world.call(
                "candidates.update", ["candidate_id": .string(id.description), "last_name": "Roy"], as: .admin)
            isDone.withLock { $0 = answer?.isSuccess ?? false }
            ended.signal()
        }
        ended.wait()
        return isDone.withLock { $0 }
    }

    @Test func eachOperationIsRefusedAsItWouldBeAlone() throws {
        let board = try Board()
        let world = board.world
        let id = try #require(Candidate.ID(try board.candidate()))
        let stranger = try world.credential(.otherCandidate)
        try world.engine.read(as: stranger) { reading throws(Problem) in
            guard case .failure(let hidden) = reading.attempt(GetCandidate(candidateID: id)),
                case .failure(let forbidden) = reading.attempt(ListCandidates())
            else {
                Issue.record("a candidate sees another")
                return
            }
            #expect(hidden.kind == .notFound)
            #expect(forbidden.kind == .forbidden)
        }
        #expect(throws: Problem.self) {
            try world.engine.read(as: .token("nonsense")) { _ throws(Problem) in
                Issue.record("nobody knows the caller")
            }
        }
    }
}
