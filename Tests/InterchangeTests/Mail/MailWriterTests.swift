import Domain
import Foundation
import Testing

@testable import Interchange

@Suite struct MailWriterTests {
    private func message(
        from: String = "RecrutementPlus", to: String? = "Zoé Lefèvre", subject: String = "Your application",
        body: String = "Hello"
    ) throws -> MailMessage {
        MailMessage(
            id: "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012", date: try #require(Instant("2026-11-26T01:44:08.123Z")),
            from: .init(name: from, address: "agency@example.com"), to: .init(name: to, address: "zoe@example.com"),
            subject: subject, body: body)
    }

    private func text(_ message: MailMessage) -> String {
        String(decoding: MailWriter.bytes(of: message), as: UTF8.self)
    }

    private func head(_ message: MailMessage) -> [String] {
        text(message).components(separatedBy: "\n\n")[0].components(separatedBy: "\n")
    }

    @Test func aMailHasTheHeadersThatItNeeds() throws {
        #expect(
            text(try message()) == """
                Date: Thu, 26 Nov 2026 01:44:08 +0000
                From: "RecrutementPlus" <agency@example.com>
                To: =?utf-8?B?Wm/DqSBMZWbDqHZyZQ==?= <zoe@example.com>
                Subject: Your application
                Message-ID: <0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012@recrutementplus.invalid>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                Auto-Submitted: auto-generated

                Hello

                """)
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{0B}", "\0"])
    func noLineEndGetsIntoAHeader(_ end: String) throws {
        let nasty = "Hello\(end)Bcc: everybody@example.com\(end)\(end)Body"
        let lines = head(try message(from: nasty, to: nasty, subject: nasty))
        #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.isEmpty })
        let names = lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
    }

    @Test func theMessageIDIsTheSameWhoeverSendsIt() throws {
        var mail = try message()
        let before = MailWriter.messageID(of: mail)
        mail.from.address = "help@elsewhere.example"
        #expect(MailWriter.messageID(of: mail) == before)
    }

    @Test func anAddressCannotEndItself() throws {
        var mail = try message()
        mail.to = .init(name: "Zoé\" <x@example.com>", address: "zoe@example.com>\nBcc: <x@example.com")
        #expect(text(mail).contains("<zoe@example.comBccx@example.com>\nSubject"))
        #expect(!head(mail).contains { $0.hasPrefix("Bcc") })
    }

    @Test(arguments: [
        "Candidature — Infirmière de nuit à l’hôpital Édouard-Herriot, présélection et entretien téléphonique",
        String(repeating: "é", count: 400), String(repeating: "x", count: 2_000), "=?utf-8?B?SGVsbG8=?=",
        "👩🏽‍⚕️ 李小龙 שלום", "a  b",
    ])
    func aSubjectComesBackAsItWas(_ subject: String) throws {
        let lines = head(try message(subject: subject))
        for line in lines { #expect(line.utf8.count <= 76, "\(line)") }
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject:") })
        let folded = [lines[start]] + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        let value = folded.joined().dropFirst("Subject: ".count)
        #expect(Self.decoded(String(value)) == subject.split(separator: " ").joined(separator: " "))
    }

    @Test(arguments: [
        "Bonjour Zoé,\n\nÀ bientôt.\n", "From here to there\n.\nFrom", "a = b\t", "trailing  ",
        String(repeating: "long line ", count: 40), "é" + String(repeating: "x", count: 76), "\r\nwindows\r\n", "",
    ])
    func aTextComesBackAsItWas(_ body: String) throws {
        let parts = text(try message(body: body)).components(separatedBy: "\n\n")
        let encoded = parts.dropFirst().joined(separator: "\n\n")
        for line in encoded.components(separatedBy: "\n") {
            #expect(line.utf8.count <= 76 && !line.hasPrefix("From ") && line != "." && !line.hasSuffix(" "))
        }
        #expect(
            Self.quotedPrintable(encoded) == String(String.UnicodeScalarView(body.unicodeScalars.filter { $0 != "\r" }))
                + "\n")
    }

    /// What a reader makes of encoded words (RFC 2047): spaces between two of them are not there.
    private static func decoded(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.contains(where: { $0.hasPrefix("=?utf-8?B?") }) else { return text }
        let data = words.reduce(into: Data()) { data, word in
            data += Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data()
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func quotedPrintable(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.replacing("=\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "="), rest.count >= 2 else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Bulk mail and invitations.
@Suite struct MailPartsTests {
    private func message() throws -> MailMessage {
        MailMessage(
            id: "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012", date: try #require(Instant("2026-11-26T01:44:08.123Z")),
            from: .init(name: "A", address: "agency@example.com"), to: .init(address: "zoe@example.com"),
            subject: "Interview", body: "--=_0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012\nHello Zoé 李 👩‍💻")
    }

    private func head(_ message: MailMessage) -> String {
        String(decoding: MailWriter.bytes(of: message), as: UTF8.self).components(separatedBy: "\n\n")[0]
            .replacingOccurrences(of: "\n ", with: " ")
    }

    @Test func bulkMailSaysHowToGetNoMore() throws {
        var mail = try message()
        #expect(!head(mail).contains("Precedence"))
        mail.isBulk = true
        mail.unsubscribe = ["mailto:a@example.com?subject=unsubscribe%20x"]
        #expect(head(mail).contains("\nPrecedence: bulk\n"))
        #expect(head(mail).hasSuffix("List-Unsubscribe: <mailto:a@example.com?subject=unsubscribe%20x>"))
        mail.unsubscribe.insert("https://example.com/o?token=1>\r\nBcc: <all@example.com", at: 0)
        #expect(
            head(mail).hasSuffix(
                "List-Unsubscribe: <https://example.com/o?token=1Bcc:all@example.com>, "
                    + "<mailto:a@example.com?subject=unsubscribe%20x>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"
            ))
    }

    @Test func anInvitationIsTheSecondOfTwoParts() throws {
        var mail = try message()
        let calendar =
            "BEGIN:VCALENDAR\r\nSUMMARY:Zoé 李 👩‍💻\r\n" + String(repeating: "X:y\r\n", count: 50) + "END:VCALENDAR\r\n"
        mail.calendar = .init(method: "REQUEST", text: calendar)
        let bytes = MailWriter.bytes(of: mail, lineEnd: "\r\n")
        #expect(
            String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        let parts = MailPart(bytes[...])
        #expect(parts.type == "multipart/alternative")
        #expect(parts.parts.map(\.type) == ["text/plain", "text/calendar"])
        #expect(parts.parts.last?.parameter("method") == "REQUEST")
        #expect(parts.parts.last?.parameter("component") == "VEVENT")
        #expect(String(decoding: parts.parts.last?.decoded ?? [], as: UTF8.self) == calendar)
        let words = String(decoding: parts.parts.first?.decoded ?? [], as: UTF8.self)
        #expect(words.replacing("\r\n", with: "\n") == mail.body + "\n")
    }
}
