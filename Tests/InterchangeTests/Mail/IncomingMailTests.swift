import Foundation
import Testing

@testable import Interchange

/// Mails that come in, made by whoever knows the address.
@Suite struct IncomingMailTests {
    static let report = """
        From: MAILER-DAEMON@mx.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="9B095B5ADSN=_/mx"

        --9B095B5ADSN=_/mx
        Content-Type: text/plain

        I am sorry.
        --9B095B5ADSN=_/mx
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; zoe@elsewhere.example
        Original-Recipient: rfc822;zoe@example.com
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <zoe@example.com>:
          User unknown
        --9B095B5ADSN=_/mx
        Content-Type: message/rfc822

        Subject: Hello
        Message-ID: <0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012@agency.example>

        Hello
        --9B095B5ADSN=_/mx--

        """

    private func read(_ text: String) -> IncomingMail { IncomingMail(Array(text.utf8)) }

    @Test func aReportNamesTheMailTheRecipientAndTheReason() {
        for text in [Self.report, Self.report.replacingOccurrences(of: "\n", with: "\r\n")] {
            guard case .report(let report) = read(text) else {
                Issue.record("no report")
                return
            }
            #expect(report.messageIDs == ["0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012@agency.example"])
            #expect(report.recipients == ["zoe@example.com", "zoe@elsewhere.example"])
            #expect(report.reason == "5.1.1 550 5.1.1 <zoe@example.com>: User unknown")
        }
    }

    @Test(arguments: [
        ("Action: failed", "Action: delayed"), ("Status: 5.1.1", "Status: 4.4.7"), ("delivery-status;", "disposition;"),
        ("Message-ID", "X-ID"), ("multipart/report", "multipart/mixed"),
    ])
    func whatIsNoFinalFailureIsNoReport(_ word: String, _ other: String) {
        #expect(read(Self.report.replacingOccurrences(of: word, with: other)) == .other)
    }

    @Test func aReportInBase64IsRead() {
        let start = Self.report.range(of: "Reporting-MTA")!.lowerBound
        let end = Self.report.range(of: "\n--9B095B5ADSN=_/mx\nContent-Type: message/rfc822")!.lowerBound
        let encoded = Data(Self.report[start..<end].utf8).base64EncodedString(options: .lineLength76Characters)
        let text = Self.report.replacingCharacters(in: start..<end, with: encoded)
            .replacingOccurrences(
                of: "Content-Type: message/delivery-status",
                with: "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64")
        guard case .report(let report) = read(text) else {
            Issue.record("no report")
            return
        }
        #expect(report.recipients.first == "zoe@example.com")
    }

    @Test func aWishForNoMoreMailIsItsSubject() {
        let token = String(repeating: "aB-_", count: 10) + "xyz"
        #expect(read("Subject: unsubscribe \(token)\n\n") == .optOut(token: token))
        #expect(read("Subject: Re: Unsubscribe: \(token)\n\n") == .optOut(token: token))
        #expect(read("Subject: unsubscribe\n \(token)\n\n") == .optOut(token: token))
        for subject in ["unsubscribe", "unsubscribe me", "unsubscribe \(token)x", "unsubscribe '; DROP TABLE x", token]
        {
            #expect(read("Subject: \(subject)\n\n") == .other, "\(subject)")
        }
    }

    @Test func whateverComesIsReadToItsEnd() {
        var random = SystemRandomNumberGenerator()
        let whole = Array(Self.report.utf8)
        for cut in 0...whole.count { _ = IncomingMail(Array(whole[..<cut])) }
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<5 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = IncomingMail(bytes)
        }
        let nested = String(
            repeating: "--9B095B5ADSN=_/mx\nContent-Type: message/delivery-status\n\nAction: failed\n\n", count: 9_000)
        _ = read(Self.report.prefix(180) + "\n\n" + nested)
        _ = read(String(repeating: "\n", count: 1 << 20))
        _ = read(String(repeating: "a: b\n c\n", count: 1 << 17))
    }
}
