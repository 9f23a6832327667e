import Domain
import Foundation
import JSON
import Testing

@testable import Interchange

@Suite struct MailConfigurationTests {
    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> MailConfiguration {
        try MailConfiguration(JSONValue(parsing: text), environment: environment)
    }

    private func problem(_ text: String, _ environment: [String: String] = [:]) throws -> String? {
        do {
            _ = try read(text, environment)
            return nil
        } catch let problem as MailConfigurationProblem {
            return problem.phrase.english
        }
    }

    @Test func eachTransportIsRead() throws {
        #expect(try read("{}").transport == .maildir)
        #expect(try read(#"{"transport": "sendmail"}"#).transport == .sendmail(["/usr/sbin/sendmail"]))
        #expect(
            try read(#"{"transport": "sendmail", "command": ["/usr/bin/msmtp", "-t"]}"#).transport
                == .sendmail(["/usr/bin/msmtp", "-t"]))
        let smtp = try read(
            #"{"transport": "smtp", "url": "smtp://mail.example:587", "user": "ann", "password_file": "/p", "#
                + #""ca_file": "/c", "timeout_seconds": 5, "bounces": "/b"}"#)
        #expect(
            smtp
                == MailConfiguration(
                    transport: .smtp(
                        MailServer(
                            url: "smtp://mail.example:587", host: "mail.example", requiresTLS: true, user: "ann",
                            password: .file("/p"), certificates: "/c")), incoming: "/b", timeout: 5))
        let variable = try read(
            #"{"transport": "smtp", "url": "smtps://mail.example", "user": "ann"}"#, ["RPLUS_MAIL_PASSWORD": "s"])
        guard case .smtp(let server) = variable.transport else { throw CancellationError() }
        #expect(server.password == .text("s"))
        #expect(server.isEncrypted)
    }

    @Test(arguments: [
        (#"[]"#, "mail must be an object."), (#"{"transport": "pigeon"}"#, "mail.transport must be"),
        (#"{"transport": 3}"#, "mail.transport must be"), (#"{"colour": 1}"#, "mail.colour is no setting."),
        (#"{"timeout_seconds": 0}"#, "mail.timeout_seconds must be"), (#"{"bounces": "here"}"#, "mail.bounces must be"),
        (#"{"transport": "sendmail", "command": "sendmail -t"}"#, "mail.command must be"),
        (#"{"transport": "sendmail", "command": ["sendmail"]}"#, "mail.command must be"),
        (#"{"transport": "sendmail", "command": []}"#, "mail.command must be"),
        (#"{"transport": "smtp"}"#, "mail.url must be"),
        (#"{"transport": "smtp", "url": "http://mail.example"}"#, "mail.url must be"),
        (#"{"transport": "smtp", "url": "smtp://ann:secret@mail.example"}"#, "mail.url must be"),
        (#"{"transport": "smtp", "url": "smtp://mail.example:0"}"#, "mail.url must be"),
        (#"{"transport": "smtp", "url": "smtp://mail.example/x\r\nMAIL"}"#, "mail.url must be"),
        (#"{"transport": "smtp", "url": "smtp://m.example", "starttls": "maybe"}"#, "mail.starttls must be"),
        (#"{"transport": "smtp", "url": "smtp://m.example", "user": "ann"}"#, "mail.password_file is needed"),
        (
            #"{"transport": "smtp", "url": "smtp://m.example", "user": "a", "password_file": "/p", "starttls": "none"}"#,
            "mail.starttls cannot be none with a user"
        ),
    ])
    func whatIsWrongIsNamed(_ text: String, _ words: String) throws {
        let found = try problem(text)
        #expect(found?.hasPrefix(words) == true, "\(text): \(found ?? "taken")")
    }

    @Test func aPasswordInTheClearStaysOnTheMachine() throws {
        let text = #"{"transport": "smtp", "url": "smtp://127.0.0.1:25", "user": "a", "starttls": "none"}"#
        #expect(try problem(text, ["RPLUS_MAIL_PASSWORD": "s"]) == nil)
        #expect(
            try problem(
                text.replacingOccurrences(of: "127.0.0.1", with: "127.0.0.1.example"), ["RPLUS_MAIL_PASSWORD": "s"])
                != nil)
    }

    @Test func aPasswordThatOthersMayReadIsNotUsed() throws {
        let path = NSTemporaryDirectory() + "rplus-password-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "secret\nmore".write(toFile: path, atomically: false, encoding: .utf8)
        let server = MailServer(url: "smtp://m.example", host: "m.example", user: "a", password: .file(path))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: MailFailure.self) { try server.secret() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try server.secret() == "secret")
    }
}
