import Dispatch
import Domain
import Engine
import Foundation
import Interchange
import JSON
import Synchronization
import TestSupport
import Testing

@testable import Workspace

/// A workspace's outbox before a server that fails in every way there is: nothing is lost, and nobody gets a mail twice
/// but where the server itself kept it and broke off before it could say so.
@Suite struct MailServerStoryTests {
    /// What a server did, decided by a seed.
    private final class Moods: Sendable {
        private let state: Mutex<(generator: SeededGenerator, broken: [String: Int])>
        init(_ seed: UInt64) { state = Mutex((SeededGenerator(seed: seed), [:])) }

        func act(_ stage: LoopbackMailServer.Stage, _ line: String) -> LoopbackMailServer.Action {
            state.withLock { state in
                if stage == .recipient, line.hasPrefix("nobody") { return .say("550 5.1.1 No such user") }
                switch Int.random(in: 0..<30, using: &state.generator) {
                case 0: return stage == .kept ? broken(line, &state.broken) : .drop
                case 1 where stage != .kept && stage != .greeting && stage != .hello:
                    return .say("451 4.3.0 Later")
                case 2 where stage == .greeting: return .say("421 4.3.2 Away")
                default: return .goOn
                }
            }
        }

        private func broken(_ recipient: String, _ counts: inout [String: Int]) -> LoopbackMailServer.Action {
            counts[recipient, default: 0] += 1
            return .drop
        }

        /// How often the server kept a mail to somebody and broke off.
        var broken: [String: Int] { state.withLock { $0.broken } }
    }

    private struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64
        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static func add(_ addresses: [String], to workspace: Workspace, at now: Instant) throws {
        try workspace.database.write { transaction in
            for (number, address) in addresses.enumerated() {
                let id = OutboxMail.ID(high: UInt64(now.milliseconds) << 16 | 0x7000, low: UInt64(number) | 1 << 63)
                try transaction.execute(
                    """
                    INSERT INTO outbox (id, created_at, updated_at, version, row_seq, kind, status, recipient, subject,
                    body, holds_secret, not_before, attempts) VALUES (\(id), \(now), \(now), 1,
                    \(try transaction.clock()), 'message', 'waiting', \(address), 'Hello', 'Hello', 0, 0, 0)
                    """)
            }
        }
    }

    private static func options(_ server: LoopbackMailServer, _ clock: FixedClock) -> WorkspaceOptions {
        var options = Place.options
        options.clock = clock
        options.mail = MailSettings(
            MailConfiguration(
                transport: .smtp(MailServer(url: server.url, host: "127.0.0.1", requiresTLS: false)), timeout: 5))
        return options
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func nothingIsLostAndNobodyGetsAMailTwice(_ seed: UInt64) throws {
        let place = try Place()
        let clock = FixedClock()
        let moods = Moods(seed)
        let server = LoopbackMailServer { moods.act($0, $1) }
        defer { server.stop() }
        let options = Self.options(server, clock)
        let workspaces = [
            try Workspace.create(at: place.location, options: options),
            try Workspace.open(at: place.location, options: options),
        ]
        defer { for workspace in workspaces { workspace.close() } }
        let people = (0..<40).map { $0 % 10 == 7 ? "nobody\($0)@example.com" : "person\($0)@example.com" }
        try Self.add(people, to: workspaces[0], at: clock.now())
        let waiting = {
            try workspaces[0].database.read {
                try $0.value("SELECT COUNT(*) FROM outbox WHERE status = 'waiting'", as: Int.self)
            } ?? 0
        }
        var rounds = 0
        while try waiting() > 0, rounds < 400 {
            DispatchQueue.concurrentPerform(iterations: 2) { _ = workspaces[$0].drainMail() }
            clock.advance(milliseconds: 30_000)
            rounds += 1
            if rounds % 10 == 0 { clock.advance(milliseconds: 6 * 3_600_000) }
        }
        #expect(try waiting() == 0)
        var taken: [String: Int] = [:]
        for mail in server.taken { taken[mail.recipients.joined(), default: 0] += 1 }
        for person in people {
            let times = person.hasPrefix("nobody") ? 0 : 1 + (moods.broken[person] ?? 0)
            #expect(taken[person] ?? 0 == times, "\(person), seed \(seed)")
            // Who gets it twice can tell.
            #expect(Set(server.taken.filter { $0.recipients == [person] }.map(\.messageID)).count <= 1)
        }
        let refused = try workspaces[0].database.read {
            try $0.column("SELECT recipient FROM outbox WHERE failure = 'refused' ORDER BY id", as: String.self)
        }
        #expect(refused == people.filter { $0.hasPrefix("nobody") })
    }

    @Test func aServerThatIsAwayCostsOneAttemptAndNotOneAMail() throws {
        let place = try Place()
        let clock = FixedClock()
        let server = LoopbackMailServer()
        server.stop()
        let workspace = try Workspace.create(at: place.location, options: Self.options(server, clock))
        defer { workspace.close() }
        try Self.add((0..<10).map { "p\($0)@example.com" }, to: workspace, at: clock.now())
        for _ in 0..<5 { #expect(workspace.drainMail() == 0) }
        let attempts = { () throws -> [Int] in
            try workspace.database.read { try $0.column("SELECT attempts FROM outbox ORDER BY id", as: Int.self) }
        }
        #expect(try attempts().reduce(0, +) == 1)
        // Mails wait for days and not for twelve attempts.
        try workspace.database.write { try $0.execute("UPDATE outbox SET attempts = 30, not_before = 0") }
        clock.advance(milliseconds: 30_000)
        #expect(workspace.drainMail() == 0)
        let failed = { () throws -> Int? in
            try workspace.database.read { try $0.value("SELECT COUNT(*) FROM outbox WHERE failure = 'exhausted'") }
        }
        #expect(try failed() == 0)
        clock.advance(milliseconds: MailSchedule.patience)
        #expect(workspace.drainMail() == 0)
        #expect(try failed() == 1)
    }

    @Test func afterALongWaitTheServerIsLeftInPeace() throws {
        let place = try Place()
        let clock = FixedClock()
        let server = LoopbackMailServer { stage, _ in
            guard stage == .greeting else { return .goOn }
            // As if a time-out of a minute had passed.
            clock.advance(milliseconds: 60_000)
            return .drop
        }
        defer { server.stop() }
        let workspace = try Workspace.create(at: place.location, options: Self.options(server, clock))
        defer { workspace.close() }
        try Self.add(["a@example.com", "b@example.com"], to: workspace, at: clock.now())
        #expect(workspace.drainMail() == 0)
        let before = server.connections
        #expect(workspace.drainMail() == 0)
        #expect(server.connections == before)
        clock.advance(milliseconds: 30_000)
        #expect(workspace.drainMail() == 0)
        #expect(server.connections > before)
    }

    /// The server says that it has a mail as soon as the test allows it: of two first, and of all others when somebody
    /// wants to leave.
    @Test func whoQuitsWaitsForOneMailAndNotForAHundred() throws {
        let place = try Place()
        let clock = FixedClock()
        let allowed = DispatchSemaphore(value: 0)
        let stalling = Mutex((isWanted: false, isReached: false))
        let server = LoopbackMailServer { stage, _ in
            switch stage {
            case .kept: allowed.wait()
            case .sender:
                return stalling.withLock { stalling in
                    stalling.isReached = stalling.isWanted
                    return stalling.isWanted ? .stall : .goOn
                }
            default: break
            }
            return .goOn
        }
        defer { server.stop() }
        var options = Self.options(server, clock)
        options.mail.configuration.timeout = 60
        let workspace = try Workspace.create(at: place.location, options: options)
        defer { workspace.close() }
        try Self.add((0..<90).map { "p\($0)@example.com" }, to: workspace, at: clock.now())
        func count(_ status: String) throws -> Int {
            try workspace.database.read {
                try $0.value("SELECT COUNT(*) FROM outbox WHERE status = \(status)", as: Int.self)
            } ?? 0
        }
        var duties = BackgroundDuties(workspace, every: .milliseconds(5))
        for _ in 0..<2 { allowed.signal() }
        for _ in 0..<6_000 where server.taken.count < 3 { usleep(10_000) }
        // The third is under way.
        try Self.stop(duties) { for _ in 0..<90 { allowed.signal() } }
        #expect(server.taken.count == 3)
        #expect(try count("sent") == 3)
        #expect(try count("waiting") == 87)
        stalling.withLock { $0.isWanted = true }
        duties = BackgroundDuties(workspace, every: .milliseconds(5))
        for _ in 0..<6_000 where !stalling.withLock({ $0.isReached }) { usleep(10_000) }
        duties.stop()
        #expect(try count("sent") == 3)
        #expect(try count("waiting") == 87)
        let reasons = try workspace.database.read {
            try $0.column("SELECT last_error FROM outbox WHERE last_error IS NOT NULL", as: String.self)
        }
        #expect(reasons.count == 1 && reasons[0].contains("the program ended"), "\(reasons)")
    }

    /// Waits until `duties` have stopped, and runs `body` as soon as they know that they have to.
    private static func stop(_ duties: BackgroundDuties, _ body: () throws -> Void) throws {
        let hasStopped = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            duties.stop()
            hasStopped.signal()
        }
        while !duties.mustStop { usleep(1_000) }
        try body()
        hasStopped.wait()
    }

    @Test func aProgramThatIsKilledLeavesAtMostOneMailInDoubt() throws {
        let place = try Place()
        let clock = FixedClock()
        let server = LoopbackMailServer()
        defer { server.stop() }
        let workspace = try Workspace.create(at: place.location, options: Self.options(server, clock))
        defer { workspace.close() }
        let people = (0..<300).map { "p\($0)@example.com" }
        try Self.add(people, to: workspace, at: clock.now())
        let folder = place.root + "/.config/recrutementplus"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try place.write(
            #"{"mail": {"transport": "smtp", "url": "\#(server.url)", "starttls": "none"}}"#,
            to: folder + "/config.json")
        let process = try BatchProcess(on: place, token: "none")
        process.send([["operation": "jobs.list", "input": [:]]])
        let deadline = Date(timeIntervalSinceNow: 30)
        while server.taken.count < 50, Date() < deadline { usleep(500) }
        process.kill()
        process.waitUntilExit()
        #expect(server.taken.count >= 50)
        clock.advance(days: 40_000)
        workspace.drainMail()
        var taken: [String: Int] = [:]
        for mail in server.taken { taken[mail.recipients.joined(), default: 0] += 1 }
        #expect(Set(taken.keys) == Set(people))
        #expect(taken.values.filter { $0 > 1 }.count <= 1)
        #expect(taken.values.allSatisfy { $0 <= 2 })
    }

    @Test func wrongSettingsKeepMailsAndDemosKeepThemHere() throws {
        let place = try Place()
        let clock = FixedClock()
        var options = Place.options
        options.clock = clock
        options.mail = MailSettings(["transport": "smpt"], environment: [:])
        let workspace = try Workspace.create(at: place.location, options: options)
        try Self.add(["a@example.com"], to: workspace, at: clock.now())
        #expect(workspace.drainMail() == 0)
        #expect(!FileManager.default.fileExists(atPath: place.location.mail + "/new"))
        workspace.close()
        options.mail = MailSettings(
            MailConfiguration(transport: .smtp(MailServer(url: "smtp://mail.invalid", host: "mail.invalid"))))
        let demo = try Workspace.open(at: place.location, options: options)
        defer { demo.close() }
        try demo.database.write {
            try $0.execute("INSERT INTO workspace_info (key, value) VALUES ('demo.seed', '1')")
        }
        clock.advance(days: 1)
        #expect(demo.drainMail() == 1)
        #expect(try place.names(place.location.mail + "/new").count == 1)
    }
}
