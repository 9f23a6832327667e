import Engine
import Interchange

/// Takes mails out of a workspace's outbox and hands them over: whoever commits drains. Several programs may do so at
/// once; each takes other mails.
///
/// A mail that was handed over before its row could say so is not sent twice where the transport knows it again; another
/// transport is given one mail at a time, so that at most one is in doubt.
public struct MailDelivery: Sendable {
    private let engine: Engine
    private let transport: any MailTransport

    /// What came of it.
    public struct Result: Sendable, Hashable {
        public var sent = 0
        /// Why no more could leave: nobody takes mails at present. `nil` where all that might leave was tried.
        public var obstacle: String?
    }

    public init(engine: Engine, transport: any MailTransport) {
        self.engine = engine
        self.transport = transport
    }

    /// Hands over everything that may leave now, and makes the mails of bulk messages on the way. `limit` is how many
    /// mails it does at most. It ends early where nobody takes mails, and the others keep their attempts; and when
    /// `isStopped`, which is asked before each mail is taken, says so.
    @discardableResult
    public func drain(limit: Int = .max, until isStopped: @escaping () -> Bool = { false }) throws -> Result {
        var result = Result()
        guard try engine.hasMailToSend() else { return result }
        var tried = 0
        while tried < limit, result.obstacle == nil, !isStopped() {
            let mails = try engine.claimMail(limit: min(transport.batch, limit - tried))
            if mails.isEmpty {
                guard try engine.expandBulkMessages() else { break }
                continue
            }
            tried += mails.count
            let failures = transport.deliver(mails.map(MailMessage.init), until: isStopped)
            let outcomes = zip(mails, failures).map { mail, failure in
                (mail: mail, outcome: failure.map(MailOutcome.init) ?? .sent)
            }
            try engine.settleMail(outcomes)
            result.sent += outcomes.count { $0.outcome == .sent }
            result.obstacle = failures.compactMap { $0 }.first { $0.kind == .unavailable }?.reason
        }
        return result
    }
}

extension MailOutcome {
    fileprivate init(_ failure: MailFailure) {
        self =
            switch failure.kind {
            case .temporary, .unavailable: .failed(failure.reason)
            case .permanent: .refused(failure.reason)
            }
    }
}

extension MailMessage {
    /// The mail as it leaves.
    public init(_ mail: OutgoingMail) {
        self.init(
            id: mail.id.description, date: mail.at, from: Address(name: mail.senderName, address: mail.senderAddress),
            to: Address(name: mail.recipientName, address: mail.recipient), subject: mail.subject, body: mail.body,
            isRepeated: mail.isRepeated,
            calendar: mail.invitation.map { Calendar(method: $0.method.rawValue, text: $0.text) },
            unsubscribe: mail.unsubscribe, isBulk: mail.isBulk)
    }
}
