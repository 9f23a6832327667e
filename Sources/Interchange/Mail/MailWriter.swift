import Domain

/// Writes a mail as RFC 5322 has it: headers in ASCII with encoded words (RFC 2047) where that is needed, the text in
/// UTF-8 as quoted-printable (RFC 2045). Whatever a name, a subject or a text holds, it stays in its own place: no line
/// end gets into a header.
public enum MailWriter {
    /// The mail's bytes. Lines end in `lineEnd`: a line feed in a file, CR LF on the wire.
    public static func bytes(of message: MailMessage, lineEnd: String = "\n") -> [UInt8] {
        let domain = message.from.address.split(separator: "@").last.map(String.init) ?? "localhost"
        let headers = [
            "Date: " + MailDate.text(of: message.date),
            MailHeader.line("From", addresses: [message.from]),
            MailHeader.line("To", addresses: [message.to]),
            MailHeader.line("Subject", text: message.subject),
            "Message-ID: <\(message.id)@\(MailHeader.atom(domain))>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Auto-Submitted: auto-generated",
        ]
        var text = ""
        for header in headers {
            for line in header.split(separator: "\n", omittingEmptySubsequences: false) { text += line + lineEnd }
        }
        text += lineEnd
        for line in QuotedPrintable.lines(message.body) { text += line + lineEnd }
        return Array(text.utf8)
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
