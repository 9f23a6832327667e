import Engine
import Interchange

/// Takes mails out of a workspace's outbox and hands them over: whoever commits drains. Several programs may do so at
/// once; each takes other mails.
///
/// A mail that was handed over before its row could say so is recognised by the transport and not sent twice.
public struct MailDelivery: Sendable {
    private let engine: Engine
    private let transport: any MailTransport
    private static let batch = 100

    public init(engine: Engine, transport: any MailTransport) {
        self.engine = engine
        self.transport = transport
    }

    /// Hands over everything that may leave now, and makes the mails of bulk messages on the way. `limit` is how many
    /// mails it does at most. Answers how many have left.
    @discardableResult
    public func drain(limit: Int = .max) throws -> Int {
        guard try engine.hasMailToSend() else { return 0 }
        var sent = 0
        var tried = 0
        while tried < limit {
            let mails = try engine.claimMail(limit: min(Self.batch, limit - tried))
            if mails.isEmpty {
                guard try engine.expandBulkMessages() else { break }
                continue
            }
            tried += mails.count
            let failures = transport.deliver(mails.map(MailMessage.init))
            let outcomes = zip(mails, failures).map { mail, failure in
                (mail: mail, outcome: failure.map { MailOutcome.failed($0.reason) } ?? .sent)
            }
            try engine.settleMail(outcomes)
            sent += outcomes.count { $0.outcome == .sent }
        }
        return sent
    }
}

extension MailMessage {
    /// The mail as it leaves.
    public init(_ mail: OutgoingMail) {
        self.init(
            id: mail.id.description, date: mail.at, from: Address(name: mail.senderName, address: mail.senderAddress),
            to: Address(name: mail.recipientName, address: mail.recipient), subject: mail.subject, body: mail.body,
            isRepeated: mail.attempt > 1)
    }
}

extension Workspace {
    /// Hands over the mails that may leave now, into the workspace's Maildir. What goes wrong is in the log, and the
    /// mails stay in the outbox.
    @discardableResult
    public func drainMail(limit: Int = .max) -> Int {
        do {
            return try MailDelivery(engine: engine, transport: Maildir(path: location.mail)).drain(limit: limit)
        } catch {
            log.write("mail: \(error)")
            return 0
        }
    }
}
