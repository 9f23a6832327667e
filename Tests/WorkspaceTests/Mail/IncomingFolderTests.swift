import Domain
import Engine
import Foundation
import Glibc
import Interchange
import JSON
import TestSupport
import Testing
import Workspace

/// What comes back to a workspace's folder of incoming mail.
@Suite struct IncomingFolderTests {
    private let place: Place
    private let workspace: Workspace
    private var folder: String { place.root + "/incoming" }

    init() throws {
        place = try Place()
        var options = Place.options
        options.mail = MailSettings(MailConfiguration(incoming: place.root + "/incoming"))
        workspace = try Workspace.create(at: place.location, options: options)
        for part in ["new", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
    }

    /// A mail that has left to `zoe@example.com`.
    private func sent(_ number: UInt64) throws -> OutboxMail.ID {
        let id = OutboxMail.ID(high: 0x0190_B7A0_1C2D_7000, low: number | 1 << 63)
        try workspace.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO outbox (id, created_at, updated_at, version, row_seq, kind, status, recipient, subject, body,
                holds_secret, not_before, attempts) VALUES (\(id), 0, 0, 1, \(try transaction.clock()), 'message', 'sent',
                'zoe@example.com', 'Hello', 'Hello', 0, 0, 1)
                """)
        }
        return id
    }

    private func report(_ id: OutboxMail.ID, _ recipient: String = "zoe@example.com") -> String {
        """
        Subject: Undelivered
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; \(recipient)
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 User\u{1b}[2J unknown

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <\(id)@agency.example>

        --b--

        """
    }

    private func failures() throws -> [String] {
        try workspace.database.read {
            try $0.column("SELECT last_error FROM outbox WHERE failure = 'bounced' ORDER BY id", as: String.self)
        }
    }

    @Test func aReportSettlesItsMailAndMovesOn() throws {
        let id = try sent(1)
        _ = try sent(2)
        try place.write(report(id), to: folder + "/new/1.mx")
        workspace.readIncomingMail()
        #expect(try failures() == ["5.1.1 550 User [2J unknown"])
        #expect(try place.names(folder + "/new") == [])
        #expect(try place.names(folder + "/cur") == ["1.mx:2,S"])
        workspace.readIncomingMail()
        #expect(try failures().count == 1)
    }

    @Test func hostileFilesChangeNothing() throws {
        let id = try sent(1)
        try place.write(report(id, "other@example.com"), to: folder + "/new/1")
        try place.write(report(OutboxMail.ID(high: 7, low: 7)), to: folder + "/new/2")
        try place.write("Subject: Hello\n\nA person wrote this.", to: folder + "/new/3")
        try place.write(
            String(repeating: "x", count: 3 << 20) + report(id), to: folder + "/new/4")
        try place.write("Subject: unsubscribe " + String(repeating: "A", count: 43), to: folder + "/new/5")
        try Data((0...255).map { UInt8($0) }).write(to: URL(filePath: folder + "/new/6"))
        try place.write(report(id), to: place.root + "/elsewhere")
        symlink(place.root + "/elsewhere", folder + "/new/7")
        mkfifo(folder + "/new/8", 0o600)
        mkdir(folder + "/new/9", 0o700)
        workspace.readIncomingMail()
        #expect(try failures().isEmpty)
        // 2 and 5 may be another workspace's.
        #expect(try place.names(folder + "/new") == ["2", "5", "7", "8", "9"])
        #expect(try place.names(folder + "/cur") == ["1:2,S", "3:2,", "4:2,", "6:2,"])
        #expect(FileManager.default.fileExists(atPath: place.root + "/elsewhere"))
    }

    @Test func manyMailsForPeopleDoNotHideAReport() throws {
        let id = try sent(1)
        for number in 1000..<1250 { try place.write("Subject: Hello\n\n", to: "\(folder)/new/\(number)") }
        try place.write(report(id), to: folder + "/new/z")
        workspace.readIncomingMail()
        workspace.readIncomingMail()
        #expect(try failures().count == 1)
    }

    @Test func severalWorkspacesShareOneFolderAndADemoTakesNothing() throws {
        let other = try Place()
        var options = Place.options
        options.mail = MailSettings(MailConfiguration(incoming: folder))
        let neighbour = try Workspace.create(at: other.location, options: options)
        defer { neighbour.close() }
        let id = try sent(1)
        try place.write(report(id), to: folder + "/new/1")
        try place.write("Subject: unsubscribe \(String(repeating: "A", count: 43))\n\n", to: folder + "/new/2")
        neighbour.readIncomingMail()
        #expect(try place.names(folder + "/new") == ["1", "2"])
        // Read once, it is not read again by the same program, whatever it holds now.
        try place.write("Subject: Hello\n\nA person wrote this.", to: folder + "/new/2")
        neighbour.readIncomingMail()
        #expect(try place.names(folder + "/new") == ["1", "2"])
        try workspace.database.write {
            try $0.execute("INSERT INTO workspace_info (key, value) VALUES ('demo.seed', '1')")
        }
        workspace.readIncomingMail()
        #expect(try place.names(folder + "/new") == ["1", "2"])
        #expect(try failures().isEmpty)
        try workspace.database.write { try $0.execute("DELETE FROM workspace_info WHERE key = 'demo.seed'") }
        workspace.readIncomingMail()
        #expect(try failures().count == 1)
        #expect(try place.names(folder + "/cur") == ["1:2,S", "2:2,"])
    }

    @Test func whatNobodyTookIsLeftForPeople() throws {
        try place.write(report(OutboxMail.ID(high: 7, low: 7)), to: folder + "/new/1")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -40 * 86_400)], ofItemAtPath: folder + "/new/1")
        workspace.readIncomingMail()
        #expect(try place.names(folder + "/cur") == ["1:2,"])
    }

    @Test func whatCannotBeMovedIsLogged() throws {
        let id = try sent(1)
        try place.write(report(id), to: folder + "/new/1")
        try place.write("in the way", to: folder + "/cur")
        workspace.readIncomingMail()
        #expect(try failures().count == 1)
        #expect(try place.names(folder + "/new") == ["1"])
        let log = try String(contentsOfFile: place.location.log, encoding: .utf8)
        #expect(log.contains("incoming mail: \(folder)/new/1: Not a directory"), "\(log)")
        let findings = Doctor.examine(
            Doctor.Request(
                location: place.location, environment: [:], mail: MailSettings(MailConfiguration(incoming: folder))))
        #expect(findings.filter { $0.check == .mail && $0.severity == .warning }.map(\.place) == [folder + "/cur"])
    }

    @Test func aFolderThatIsNotThereIsOnlyLogged() throws {
        try FileManager.default.removeItem(atPath: folder)
        workspace.readIncomingMail()
        #expect(try String(contentsOfFile: place.location.log, encoding: .utf8).contains("incoming mail:"))
    }
}
