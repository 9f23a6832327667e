/// What a mail that came in asks of the workspace.
public enum IncomingMail: Sendable, Hashable {
    /// A server says that mails could not be delivered.
    case report(DeliveryReport)
    /// Its writer wants no more mail, and has the token of one that it got.
    case optOut(token: String)
    /// Anything else; it is for people.
    case other

    /// Reads a mail of whatever bytes.
    public init(_ bytes: [UInt8]) {
        let mail = MailPart(bytes[...])
        if let report = DeliveryReport(mail) {
            self = .report(report)
        } else if let token = Self.token(in: mail["subject"] ?? "") {
            self = .optOut(token: token)
        } else {
            self = .other
        }
    }

    /// The token after `unsubscribe`, as `List-Unsubscribe` has it: 43 characters of base 64 for URLs.
    private static func token(in subject: String) -> String? {
        let words = subject.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ":" || $0 == "+" })
        guard let place = words.firstIndex(where: { $0.lowercased() == "unsubscribe" }), place + 1 < words.count else {
            return nil
        }
        let token = words[place + 1]
        let isToken =
            token.utf8.count == 43
            && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return isToken ? String(token) : nil
    }
}

/// A report about mails that could not be delivered (RFC 3464), as its writer has it: nothing in it is certain.
public struct DeliveryReport: Sendable, Hashable {
    /// Of the mails that it may be about, without angle brackets; at most 20.
    public var messageIDs: [String]
    /// The addresses to which delivery has failed for good, as they stood on the envelope and at the end; at most 100.
    public var recipients: [String]
    /// The status code and what the server said.
    public var reason: String

    /// `nil` for a mail of another kind, and for a report of anything but a failure that is final.
    init?(_ mail: MailPart) {
        guard mail.type == "multipart/report",
            (mail.parameter("report-type") ?? "").lowercased() == "delivery-status"
        else { return nil }
        let parts = mail.parts
        guard let status = parts.first(where: { $0.type.hasPrefix("message/") && $0.type.hasSuffix("delivery-status") })
        else { return nil }
        var recipients: [String] = []
        var reason: String?
        var rest = status.decoded[...]
        while !rest.isEmpty, recipients.count < 100 {
            // Blocks of headers, divided by empty lines: the first of the whole, each further of one recipient.
            let block = MailPart(rest)
            rest = block.content
            guard let action = block["action"], action.lowercased().hasPrefix("failed"),
                let code = block["status"], code.hasPrefix("5")
            else { continue }
            recipients += [block["original-recipient"], block["final-recipient"]].compactMap {
                $0.flatMap(Self.address)
            }
            let said = block["diagnostic-code"].map { " " + Self.afterType($0) } ?? ""
            reason = reason ?? String((code + said).prefix(400))
        }
        guard let reason, !recipients.isEmpty else { return nil }
        let original = parts.first { ["message/rfc822", "message/global", "text/rfc822-headers"].contains($0.type) }
        let names = [
            original.flatMap { MailPart($0.decoded[...])["message-id"] }, mail["in-reply-to"], mail["references"],
        ]
        messageIDs = Array(names.compactMap { $0 }.flatMap(Self.names).prefix(20))
        self.recipients = recipients
        self.reason = reason
        guard !messageIDs.isEmpty else { return nil }
    }

    /// `rfc822; zoe@example.com` without its type.
    private static func address(_ value: String) -> String? {
        let text = afterType(value).filter { $0 != "<" && $0 != ">" }
        return text.contains("@") && text.utf8.count <= 320 ? text : nil
    }

    private static func afterType(_ value: String) -> String {
        guard let semicolon = value.firstIndex(of: ";") else { return value }
        return String(value[value.index(after: semicolon)...].drop { $0 == " " })
    }

    private static func names(_ value: String) -> [String] {
        value.split(separator: "<").dropFirst(value.hasPrefix("<") ? 0 : 1)
            .map { String($0.prefix { $0 != ">" }) }.filter { $0.utf8.count <= 200 }
    }
}
