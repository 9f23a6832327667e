import Foundation
import Interchange
import TestSupport
import Testing

/// Mails through a program with the interface of sendmail.
@Suite struct SendmailTests {
    private let place: Place
    private var program: String { place.root + "/sendmail" }

    init() throws { place = try Place() }

    private func transport(_ script: String, timeout: Int = 10, _ more: [String] = []) throws -> SendmailTransport {
        try place.write("#!/bin/sh\n" + script, to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        return SendmailTransport([program] + more, timeout: timeout, environment: ["HOME": place.root, "SECRET": "x"])
    }

    @Test func theEnvelopeIsInTheArgumentsAndTheMailOnTheInput() throws {
        let transport = try transport(
            "printf '%s\\n' \"$@\" > \"$HOME/arguments\"; env > \"$HOME/environment\"; cat > \"$HOME/mail\"", ["--own"])
        var message = SMTPTests.message(to: "zoe;touch$(id)@example.com")
        message.body = String(repeating: "a long line of words\n", count: 100_000)
        #expect(transport.deliver([message]) == [nil])
        #expect(
            try String(contentsOfFile: place.root + "/arguments", encoding: .utf8)
                == "--own\n-i\n-f\nagency@example.com\n--\nzoetouch$id@example.com\n")
        let mail = try Data(contentsOf: URL(filePath: place.root + "/mail"))
        #expect([UInt8](mail) == MailWriter.bytes(of: message))
        #expect(try !String(contentsOfFile: place.root + "/environment", encoding: .utf8).contains("SECRET"))
    }

    @Test(arguments: [
        (75, MailFailure.Kind.temporary), (67, .permanent), (68, .permanent), (65, .permanent), (70, .temporary),
        (1, .temporary), (64, .temporary),
    ])
    func theExitStatusSaysWhetherItIsWorthAnotherTry(_ status: Int, _ kind: MailFailure.Kind) throws {
        let failure = try transport("cat > /dev/null; echo 'User unknown' >&2; exit \(status)")
            .deliver([SMTPTests.message()])[0]
        #expect(failure?.kind == kind)
        #expect(failure?.reason.contains("exit status \(status): User unknown") == true, "\(failure?.reason ?? "")")
    }

    @Test func aChildThatIsLeftBehindIsNeitherWaitedForNorKilled() throws {
        // It keeps the program's output open, and it ends only after the mail was handed over.
        let child = "while [ ! -e \"$HOME/go\" ]; do sleep 0.1; done; echo late > \"$HOME/late\""
        let transport = try transport("cat > /dev/null; (\(child)) & exit 0", timeout: 30)
        #expect(transport.deliver([SMTPTests.message()]) == [nil])
        try place.write("", to: place.root + "/go")
        for _ in 0..<6_000 where !FileManager.default.fileExists(atPath: place.root + "/late") { usleep(10_000) }
        #expect(FileManager.default.fileExists(atPath: place.root + "/late"))
        let refused = try self.transport("cat > /dev/null; echo No >&2; sleep 5 & exit 67", timeout: 2)
        #expect(refused.deliver([SMTPTests.message()])[0]?.reason.hasSuffix("exit status 67: No") == true)
    }

    @Test func aProgramThatReadsNothingOrDoesNotEndHoldsNobodyUp() throws {
        var large = SMTPTests.message()
        large.body = String(repeating: "x", count: 1 << 20)
        #expect(try transport("exit 0").deliver([large]) == [nil])
        #expect(try transport("exec sleep 60", timeout: 1).deliver([large])[0]?.kind == .unavailable)
        #expect(SendmailTransport([place.root + "/none"], timeout: 1).deliver([large])[0]?.kind == .unavailable)
    }
}
