import Domain

/// Writes a mail as RFC 5322 has it: headers in ASCII with encoded words (RFC 2047) where that is needed, the text in
/// UTF-8 as quoted-printable (RFC 2045). Whatever a name, a subject or a text holds, it stays in its own place: no line
/// end gets into a header.
public enum MailWriter {
    /// The mail's bytes. Lines end in `lineEnd`: a line feed in a file, CR LF on the wire.
    public static func bytes(of message: MailMessage, lineEnd: String = "\n") -> [UInt8] {
        var lines: [String] = []
        for header in head(of: message) + contentHead(of: message) + automationHead(of: message) {
            lines += header.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        lines.append("")
        if let calendar = message.calendar {
            lines += alternatives(message, calendar)
        } else {
            lines += QuotedPrintable.lines(message.body)
        }
        var text = ""
        for line in lines { text += line + lineEnd }
        return Array(text.utf8)
    }

    /// What stands in the angle brackets of its Message-ID: the same whenever the mail is handed over again, so that who
    /// gets it twice can tell (RFC 5321, section 6.1). The sender's address may change in between, so its domain is none
    /// of it; the identifier alone is unique, and the name is nobody's (RFC 2606).
    public static func messageID(of message: MailMessage) -> String {
        "\(MailHeader.atom(message.id))@recrutementplus.invalid"
    }

    private static func head(of message: MailMessage) -> [String] {
        [
            "Date: " + MailDate.text(of: message.date),
            MailHeader.line("From", addresses: [message.from]),
            MailHeader.line("To", addresses: [message.to]),
            MailHeader.line("Subject", text: message.subject),
            "Message-ID: <\(messageID(of: message))>",
            "MIME-Version: 1.0",
        ]
    }

    /// What says that no person wrote it (RFC 3834), that many get it, and how to get no more.
    private static func automationHead(of message: MailMessage) -> [String] {
        var headers = ["Auto-Submitted: auto-generated"]
        if message.isBulk { headers.append("Precedence: bulk") }
        if !message.unsubscribe.isEmpty {
            headers.append(MailHeader.line("List-Unsubscribe", links: message.unsubscribe))
            // A page that a mail program may call by itself (RFC 8058).
            if message.unsubscribe.contains(where: { $0.hasPrefix("https://") }) {
                headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
            }
        }
        return headers
    }

    private static func contentHead(of message: MailMessage) -> [String] {
        guard message.calendar != nil else {
            return ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"]
        }
        return ["Content-Type: multipart/alternative;\n boundary=\"\(boundary(of: message))\""]
    }

    /// The words and the appointment, the last the one that is liked best (RFC 2046, 5.1.4; RFC 6047, 2.4).
    private static func alternatives(_ message: MailMessage, _ calendar: MailMessage.Calendar) -> [String] {
        let boundary = boundary(of: message)
        let method = calendar.method.filter { $0.isASCII && $0.isLetter }
        var lines = [
            "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "",
        ]
        lines += QuotedPrintable.lines(message.body)
        lines += [
            "--\(boundary)", "Content-Type: text/calendar; charset=utf-8; method=\(method);", " component=VEVENT",
            "Content-Transfer-Encoding: base64", "",
        ]
        lines += Base64.lines(Array(calendar.text.utf8))
        lines += ["--\(boundary)--"]
        return lines
    }

    /// What divides the parts: no line of quoted-printable or of base 64 holds `=_` (RFC 2045, 6.7).
    private static func boundary(of message: MailMessage) -> String {
        "=_" + message.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(60)
    }
}

/// The date of a mail, such as `Thu, 26 Nov 2026 01:44:08 +0000`.
enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(of instant: Instant) -> String {
        // The instant's own words, `2026-11-26T01:44:08.000Z`, taken apart.
        let written = instant.description
        let parts = written.split(whereSeparator: { "-T.".contains($0) }).map(String.init)
        let dayNumber = Int(
            (instant.milliseconds - (instant.milliseconds % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000)
        // 1970-01-01 was a Thursday.
        let weekday = days[(dayNumber % 7 + 7) % 7]
        guard parts.count >= 4, let month = Int(parts[1]), (1...12).contains(month) else { return written }
        return "\(weekday), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]) +0000"
    }
}
