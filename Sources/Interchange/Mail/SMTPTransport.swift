import Curl
import Glibc
import Synchronization

/// Hands mails to a server by SMTP (RFC 5321), over libcurl, all on one connection as long as it holds.
///
/// A mail is `nil` once the server has said 250 after its final dot. A connection that breaks before that leaves it in
/// doubt, and it is sent again with the same Message-ID (RFC 5321, section 6.1): a mail twice is better than one lost.
public final class SMTPTransport: MailTransport {
    public let batch = 1
    private let server: MailServer
    /// Seconds.
    private let timeout: Int
    private let connection = Mutex(Connection())

    /// The transfer that holds the open connection.
    // Only ever touched inside the mutex.
    private struct Connection: @unchecked Sendable {
        var transfer: CurlTransfer?
    }

    /// - Parameter timeout: how many seconds handing over one mail may take.
    public init(_ server: MailServer, timeout: Int) {
        self.server = server
        self.timeout = timeout
    }

    public func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?] {
        connection.withLock { connection in
            messages.map { message in
                do throws(MailFailure) {
                    try deliver(message, &connection, until: isStopped)
                    return nil
                } catch {
                    if error.kind == .unavailable { connection.transfer = nil }
                    return error
                }
            }
        }
    }

    /// Says hello, in TLS and with the password where there is one, and goodbye. Answers why that failed.
    public func probe() -> MailFailure? {
        do throws(MailFailure) {
            let secret = try server.secret()
            do throws(CurlError) {
                _ = try opened(with: secret).perform(.none, limit: 1 << 16)
            } catch {
                // Whoever does not know HELP has said hello before. A refusal of TLS or of the hello has another code.
                guard error.status >= 500, error.code == Self.weirdReply, !Self.isGreeting(error) else {
                    throw failure(error)
                }
            }
            return nil
        } catch {
            return error
        }
    }

    private func deliver(
        _ message: MailMessage, _ connection: inout Connection, until isStopped: @escaping () -> Bool
    ) throws(MailFailure) {
        let secret = try connection.transfer == nil ? server.secret() : nil
        do throws(CurlError) {
            let transfer: CurlTransfer
            if let kept = connection.transfer { transfer = kept } else { transfer = try opened(with: secret) }
            connection.transfer = transfer
            try transfer.set(.mailFrom, "<\(MailHeader.atom(message.from.address))>")
            try transfer.set(.mailRecipients, ["<\(MailHeader.atom(message.to.address))>"])
            _ = try transfer.perform(
                .upload(MailWriter.bytes(of: message, lineEnd: "\r\n")), limit: 1 << 16, until: isStopped)
        } catch {
            throw failure(error)
        }
    }

    private func opened(with secret: String?) throws(CurlError) -> CurlTransfer {
        let transfer = try CurlTransfer(server.url, protocols: [.smtp, .smtps])
        try transfer.set(.noProxy, "*")
        try transfer.setTimeouts(connecting: min(timeout, 15) * 1_000, total: timeout * 1_000)
        if server.requiresTLS { try transfer.requireEncryption() }
        if let certificates = server.certificates { try transfer.set(.certificateFile, certificates) }
        if let user = server.user, let secret {
            try transfer.set(.userName, user)
            try transfer.set(.password, secret)
        }
        return transfer
    }

    /// What a failure means for the mail. libcurl says at which command the server refused; only there does the refusal
    /// concern this mail's recipient or its text and not who sends.
    private func failure(_ error: CurlError) -> MailFailure {
        if error.kind == .stopped {
            return MailFailure("\(server.host): the program ended before the server had answered", .unavailable)
        }
        let said = error.lastLine.isEmpty || error.status < 400 ? "" : " (\(error.lastLine))"
        let reason = "\(server.host): \(error.text)\(said)"
        guard error.kind == .other || error.kind == .unusableText else { return MailFailure(reason, .unavailable) }
        if error.kind == .unusableText { return MailFailure(reason, .permanent) }
        let isAboutMail =
            error.text.hasPrefix("RCPT failed") || error.text.hasPrefix("DATA failed")
            || error.code == Self.weirdReply && !Self.isGreeting(error)
        switch error.status {
        // The server is about to close the connection (RFC 5321, section 3.8).
        case 421: return MailFailure(reason, .unavailable)
        case 400...499:
            return MailFailure(reason, isAboutMail || error.text.hasPrefix("MAIL") ? .temporary : .unavailable)
        // Whoever is not let in, or speaks out of turn, learns nothing about the recipient.
        case 503, 530: return MailFailure(reason, .unavailable)
        // Too large.
        case 552 where error.text.hasPrefix("MAIL failed"): return MailFailure(reason, .permanent)
        case 500...599 where isAboutMail: return MailFailure(reason, .permanent)
        default: return MailFailure(reason, .unavailable)
        }
    }

    /// CURLE_WEIRD_SERVER_REPLY: after the final dot, and, with words of its own, at the greeting.
    private static let weirdReply: Int32 = 8

    private static func isGreeting(_ error: CurlError) -> Bool {
        error.text.contains("unexpected smtp-server response") || error.text.contains("access denied")
    }
}
