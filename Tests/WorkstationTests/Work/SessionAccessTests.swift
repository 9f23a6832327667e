import Dispatch
import Domain
import Engine
import JSON
import Synchronization
import TestSupport
import Testing

@testable import Workstation

/// A workstation that stays open longer than an access token lives.
@Suite struct SessionAccessTests {
    private let world: World
    init() throws { world = try World() }

    private final class Renewals: Sendable {
        let count = Mutex(0)
    }

    private func session(_ renewals: Renewals, renews: Bool = true) throws -> EngineSession {
        let email = World.Person.consultant.email
        let world = world
        return EngineSession(engine: world.engine, credential: try world.credential(.consultant)) { _ in
            renewals.count.withLock { $0 += 1 }
            return renews ? try? world.engine.openSession(email: email) : nil
        }
    }

    @Test func itGoesOnWorkingWithoutThePersonNoticing() throws {
        let renewals = Renewals()
        let session = try session(renewals)
        let first = session.credential
        #expect(try session.perform(ShowProfile()).role == .consultant)
        world.clock.advance(minutes: 13 * 60)
        #expect(try session.perform(ShowProfile()).role == .consultant)
        #expect(session.credential != first)
        #expect(session.dispatch("auth.profile", input: [:]).status == 200)
        #expect(try session.read { reading throws(Problem) in try reading.perform(ShowProfile()) }.role == .consultant)
        #expect(renewals.count.withLock { $0 } == 1)
        world.clock.advance(minutes: 13 * 60)
        #expect(session.dispatch("auth.updateProfile", input: ["first_name": "Nina"]).status == 200)
        #expect(renewals.count.withLock { $0 } == 2)
    }

    @Test func aWriteIsDoneOnce() throws {
        let session = try session(Renewals())
        world.clock.advance(minutes: 13 * 60)
        _ = try session.perform(UpdateProfile(firstName: Text(cutting: "Nina")))
        let entries = try world.call("admin.auditLogs", ["operation_id": "auth.updateProfile"], as: .admin)
        #expect(entries.body["total"] == 1)
    }

    @Test func severalThreadsRenewOnce() throws {
        let renewals = Renewals()
        let session = try session(renewals)
        world.clock.advance(minutes: 13 * 60)
        let answers = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            if (try? session.perform(ShowProfile())) != nil { answers.withLock { $0 += 1 } }
        }
        #expect(answers.withLock { $0 } == 8)
        #expect(renewals.count.withLock { $0 } == 1)
    }

    @Test func aSessionThatIsOverIsAskedForOnce() throws {
        let renewals = Renewals()
        let session = try session(renewals, renews: false)
        world.clock.advance(minutes: 13 * 60)
        for _ in 1...3 {
            #expect(throws: Problem.self) { try session.perform(ShowProfile()) }
            #expect(session.dispatch("auth.profile", input: [:]).status == 401)
        }
        #expect(renewals.count.withLock { $0 } == 1)
    }

    @Test func otherRefusalsAreNotRenewed() throws {
        let renewals = Renewals()
        let session = try session(renewals)
        #expect(session.dispatch("admin.auditLogs", input: [:]).status == 403)
        #expect(renewals.count.withLock { $0 } == 0)
    }
}
