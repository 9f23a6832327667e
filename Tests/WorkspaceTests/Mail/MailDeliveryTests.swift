import Domain
import Engine
import Foundation
import Interchange
import JSON
import Storage
import Synchronization
import TestSupport
import Testing
import Workspace

/// Mails from the outbox into the workspace's Maildir, whatever happens on the way.
@Suite struct MailDeliveryTests {
    /// A workspace with mails in its outbox, and a clock to move.
    private final class Office {
        let place: Place
        let clock = FixedClock()
        var workspace: Workspace

        init(mails: Int, body: String = "Hello", secret: Bool = false) throws {
            place = try Place()
            var options = Place.options
            options.clock = clock
            workspace = try Workspace.create(at: place.location, options: options)
            try add(mails, body: body, secret: secret)
        }

        deinit { workspace.close() }

        /// Closes the workspace, which brings all of it into one file, and opens it again.
        func reopen() throws {
            workspace.close()
            var options = Place.options
            options.clock = clock
            workspace = try Workspace.open(at: place.location, options: options)
        }

        func add(_ count: Int, body: String = "Hello", secret: Bool = false) throws {
            let now = clock.now()
            try workspace.database.write { transaction in
                for number in 0..<count {
                    let id = OutboxMail.ID(high: UInt64(now.milliseconds) << 16 | 0x7000, low: UInt64(number) | 1 << 63)
                    try transaction.execute(
                        """
                        INSERT INTO outbox (id, created_at, updated_at, version, row_seq, kind, status, recipient,
                        subject, body, holds_secret, not_before, attempts) VALUES (\(id), \(now), \(now), 1,
                        \(try transaction.clock()), 'message', 'waiting', 'zoe@example.com', \("Number \(number)"),
                        \(body), \(secret), 0, 0)
                        """)
                }
            }
        }

        var delivered: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: place.location.mail + "/new")) ?? []).sorted()
        }

        func states() throws -> [String: Int] {
            let rows = try workspace.database.read {
                try $0.column("SELECT status FROM outbox ORDER BY id", as: String.self)
            }
            return Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
        }

        func texts() throws -> [String] {
            try workspace.database.read { try $0.column("SELECT body FROM outbox", as: String.self) }
        }
    }

    /// Hands over as many as it is told and then gives up, as a program that dies would.
    private final class Dying: MailTransport {
        struct Dead: Error {}
        let maildir: Maildir
        let limit: Int
        let batch = 100

        init(_ path: String, after limit: Int) {
            maildir = Maildir(path: path)
            self.limit = limit
        }

        func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?] {
            _ = maildir.deliver(Array(messages.prefix(limit)))
            return messages.map { _ in MailFailure("died") }
        }
    }

    @Test func whatWaitsIsHandedOverOnce() throws {
        let office = try Office(mails: 230)
        #expect(office.workspace.drainMail() == 230)
        #expect(office.workspace.drainMail() == 0)
        #expect(office.delivered.count == 230)
        #expect(try office.states() == ["sent": 230])
    }

    @Test func whatWasHandedOverBeforeACrashIsNotSentTwice() throws {
        let office = try Office(mails: 20)
        // Taken and half of them written, but nobody lived to say so.
        let taken = try office.workspace.engine.claimMail()
        _ = Dying(office.place.location.mail, after: 10).deliver(taken.map(MailMessage.init))
        #expect(office.delivered.count == 10)
        #expect(office.workspace.drainMail() == 0)
        // A reader has seen one, and the next program comes when the first one's time is over.
        try FileManager.default.moveItem(
            atPath: office.place.location.mail + "/new/" + office.delivered[0],
            toPath: office.place.location.mail + "/cur/" + office.delivered[0] + ":2,S")
        office.clock.advance(milliseconds: MailSchedule.claim)
        #expect(office.workspace.drainMail() == 20)
        #expect(office.delivered.count == 19)
        #expect(try office.states() == ["sent": 20])
    }

    @Test func aFolderThatTakesNothingLeavesTheMailsInTheOutbox() throws {
        let office = try Office(mails: 3)
        try office.place.write("in the way", to: office.place.location.mail)
        #expect(office.workspace.drainMail() == 0)
        #expect(try office.states() == ["waiting": 3])
        let reasons = try office.workspace.database.read {
            try $0.column("SELECT last_error FROM outbox", as: String.self)
        }
        #expect(reasons.allSatisfy { $0.contains("Not a directory") })
        // Not again at once, but when the pause is over and the folder is mended.
        try FileManager.default.removeItem(atPath: office.place.location.mail)
        #expect(office.workspace.drainMail() == 0)
        office.clock.advance(milliseconds: MailSchedule.pause(after: 1))
        #expect(office.workspace.drainMail() == 3)
    }

    @Test func aSecretIsNotKeptOnceItHasLeft() throws {
        let office = try Office(mails: 1, body: "code 123456", secret: true)
        #expect(office.workspace.drainMail() == 1)
        #expect(try office.texts() == [""])
        let text = try String(
            contentsOfFile: office.place.location.mail + "/new/" + office.delivered[0], encoding: .utf8)
        #expect(text.contains("code 123456"))
    }

    @Test func twoProgramsDrainTogetherWithoutDoubles() throws {
        let office = try Office(mails: 400)
        var options = Place.options
        options.clock = office.clock
        let other = try Workspace.open(at: office.place.location, options: options)
        defer { other.close() }
        let counts = Mutex<[Int]>([])
        let programs = [office.workspace, other]
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            let sent = programs[index].drainMail()
            counts.withLock { $0.append(sent) }
        }
        #expect(counts.withLock { $0.reduce(0, +) } == 400)
        #expect(office.delivered.count == 400)
        #expect(try office.states() == ["sent": 400])
    }

    @Test func theCourierDrainsInTheBackground() throws {
        let office = try Office(mails: 5)
        let courier = BackgroundDuties(office.workspace, every: .milliseconds(5))
        let deadline = Date(timeIntervalSinceNow: 30)
        while office.delivered.count < 5, Date() < deadline { usleep(2_000) }
        courier.stop()
        #expect(office.delivered.count == 5)
        #expect(try office.states() == ["sent": 5])
    }

    /// A report that was half made when its program was killed.
    private func leaveReport(in office: Office) throws -> JSONValue {
        let engine = office.workspace.engine
        try engine.createFirstSuperadmin(email: "owner@example.com", password: "correct horse battery staple")
        let token = Credential.token(try office.workspace.openSession(email: "owner@example.com"))
        let asked = engine.dispatch("analytics.customReport", input: ["kind": "stages"], as: token).body
        try office.workspace.database.write { try $0.execute("UPDATE report SET status = 'running'") }
        try office.reopen()
        return try #require(asked["id"])
    }

    private func status(_ office: Office) throws -> String? {
        try office.workspace.database.read { try $0.value("SELECT status FROM report") }
    }

    @Test func aReportThatACrashLeftGoesOnWhenTheWorkspaceIsOpened() throws {
        let office = try Office(mails: 0)
        _ = try leaveReport(in: office)
        #expect(try status(office) == "running")
        let duties = BackgroundDuties(office.workspace, every: .milliseconds(5))
        let deadline = Date(timeIntervalSinceNow: 30)
        while try status(office) != "ready", Date() < deadline { usleep(2_000) }
        duties.stop()
        #expect(try status(office) == "ready")
    }

    @Test func aCommandGoesOnWithAReportThatACrashLeft() throws {
        let office = try Office(mails: 0)
        _ = try leaveReport(in: office)
        let process = try BatchProcess(on: office.place, token: "none")
        process.send([])
        while process.nextAnswer() != nil {}
        process.waitUntilExit()
        #expect(try status(office) == "ready")
    }

    @Test func aCommandLeavesNothingInTheOutbox() throws {
        let office = try Office(mails: 2)
        let process = try BatchProcess(on: office.place, token: "none")
        process.send([["operation": "jobs.list", "input": [:]]])
        while process.nextAnswer() != nil {}
        process.waitUntilExit()
        #expect(office.delivered.count == 2)
    }

    @Test func aFullDiskKeepsTheMailForLater() throws {
        // Written out, the mail is larger than any file may be; the database's log, begun anew, is not.
        let office = try Office(mails: 1, body: String(repeating: "😀", count: 50_000))
        try office.reopen()
        let process = try BatchProcess(on: office.place, token: "none", shell: "trap '' XFSZ; ulimit -f 1100")
        process.send([["operation": "jobs.list", "input": [:]]])
        while process.nextAnswer() != nil {}
        process.waitUntilExit()
        #expect(office.delivered == [])
        #expect(try office.place.names(office.place.location.mail + "/tmp") == [])
        #expect(try office.states() == ["waiting": 1])
        office.clock.advance(days: 40_000)
        #expect(office.workspace.drainMail() == 1)
        #expect(office.delivered.count == 1)
    }

    @Test func aProgramThatIsKilledLosesNoMailAndSendsNoneTwice() throws {
        let office = try Office(mails: 600)
        let process = try BatchProcess(on: office.place, token: "none")
        process.send([["operation": "jobs.list", "input": [:]]])
        let deadline = Date(timeIntervalSinceNow: 30)
        while office.delivered.count < 130, Date() < deadline { usleep(500) }
        process.kill()
        process.waitUntilExit()
        let before = office.delivered.count
        #expect(before >= 130)
        office.clock.advance(days: 40_000)
        office.workspace.drainMail()
        #expect(office.delivered.count == 600)
        #expect(try office.states() == ["sent": 600])
    }
}
