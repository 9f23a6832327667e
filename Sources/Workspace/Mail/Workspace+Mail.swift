import Domain
import Engine
import Interchange
import JSON
import Synchronization

/// How a program sends a workspace's mails, as far as it is not in the database.
public struct MailSettings: Sendable {
    public var configuration: MailConfiguration
    /// What is wrong with the configuration; then no mail leaves.
    public var problem: Phrase?
    /// The environment of the program, of which a sendmail command gets a part.
    public var environment: [String: String]

    public init(
        _ configuration: MailConfiguration = MailConfiguration(), problem: Phrase? = nil,
        environment: [String: String] = [:]
    ) {
        self.configuration = configuration
        self.problem = problem
        self.environment = environment
    }

    /// As `"mail"` of config.json has it; the Maildir where that is absent. A mail that should have gone to a server is
    /// never put away quietly because a word in the file is wrong: it waits.
    public init(_ document: JSONValue?, environment: [String: String]) {
        self.init(environment: environment)
        guard let document, document != .null else { return }
        do {
            configuration = try MailConfiguration(document, environment: environment)
        } catch {
            problem = error.phrase
        }
    }

    /// What hands mails over. The people of a demo are invented: their mails stay on this machine.
    func transport(maildir: String, isDemo: Bool) -> any MailTransport {
        if let problem { return MisconfiguredTransport(reason: problem.english) }
        switch configuration.transport {
        case .smtp(let server) where !isDemo || server.isLoopback:
            return SMTPTransport(server, timeout: configuration.timeout)
        case .sendmail(let command) where !isDemo:
            return SendmailTransport(command, timeout: configuration.timeout, environment: environment)
        default: return Maildir(path: maildir)
        }
    }
}

/// Takes no mail and says what has to be mended first.
private struct MisconfiguredTransport: MailTransport {
    let batch = 1
    let reason: String

    func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?] {
        messages.map { _ in MailFailure("settings: \(reason)", .unavailable) }
    }
}

/// What a program keeps of its mails while it has a workspace open.
final class MailState: Sendable {
    /// How long nobody is asked again who could not be reached, in milliseconds.
    static let rest: Int64 = 30_000
    private let transport = Mutex<(any MailTransport)?>(nil)
    private let restingUntil = Mutex<Instant?>(nil)
    /// The mails of the folder of incoming mail that another workspace may want, by name.
    private let foreign = Mutex<Set<String>>([])

    /// The transport, made once, so that a connection is kept.
    func transport(_ make: () -> any MailTransport) -> any MailTransport {
        transport.withLock { kept in
            if let kept { return kept }
            let made = make()
            kept = made
            return made
        }
    }

    /// Gives what was foreign to who reads the folder, one at a time.
    func readingForeign(_ body: (inout Set<String>) throws -> Void) rethrows { try foreign.withLock { try body(&$0) } }

    func isResting(at now: Instant) -> Bool { restingUntil.withLock { $0.map { now < $0 } ?? false } }
    func rest(from now: Instant) { restingUntil.withLock { $0 = now.advanced(byMilliseconds: Self.rest) } }
}

extension Workspace {
    /// Hands over the mails that may leave now, by the transport of the settings. What goes wrong is in the log, and the
    /// mails stay in the outbox. Answers how many have left.
    ///
    /// - Parameter isStopped: asked between mails and while a server is waited for; when it says so, no more are taken,
    ///   and the one under way is given up. It is sent again later.
    @discardableResult
    public func drainMail(limit: Int = .max, until isStopped: @escaping () -> Bool = { false }) -> Int {
        guard !mailState.isResting(at: engine.adapters.clock.now()) else { return 0 }
        do {
            guard try engine.hasMailToSend() else { return 0 }
            let isDemo = try isDemo()
            let transport = mailState.transport {
                mailSettings.transport(maildir: location.mail, isDemo: isDemo)
            }
            let result = try MailDelivery(engine: engine, transport: transport).drain(limit: limit, until: isStopped)
            if let obstacle = result.obstacle, !isStopped() {
                // From now and not from before: what was waited for has taken its time.
                mailState.rest(from: engine.adapters.clock.now())
                log.write("mail: \(obstacle)")
            }
            return result.sent
        } catch {
            log.write("mail: \(error)")
            return 0
        }
    }

    /// How long a mail that this workspace does not know waits for the one that does, in milliseconds: thirty days.
    private static let patienceWithForeignMail: Int64 = 30 * 86_400_000

    /// Reads at most `count` mails that came in: those that say of ours that they could not be delivered, and those of
    /// people who want no more. The folder is the person's, and other workspaces may read it: what is theirs stays. A
    /// demo has sent nothing and reads nothing.
    public func readIncomingMail(atMost count: Int = 200) {
        guard let path = mailSettings.configuration.incoming else { return }
        do {
            guard try !isDemo() else { return }
            let oldest = engine.adapters.clock.now().advanced(byMilliseconds: -Self.patienceWithForeignMail)
            try mailState.readingForeign { known in
                try IncomingFolder(path: path).read(atMost: count, except: &known, oldest: oldest) { mail in
                    switch mail {
                    case .report(let report): try take(report)
                    case .optOut(let token): optOut(token)
                    case .other: .left
                    }
                }
            }
        } catch {
            log.write("incoming mail: \((error as? MailFailure)?.reason ?? "\(error)")")
        }
    }

    private func take(_ report: DeliveryReport) throws -> IncomingFolder.Handling {
        let mails = report.messageIDs.compactMap { OutboxMail.ID($0.prefix { $0 != "@" }) }
        // No workspace names its mails otherwise; it is about what the person wrote itself.
        guard !mails.isEmpty else { return .left }
        var isOurs = false
        for id in mails {
            let answer = try engine.noteBounce(
                BouncedMail(id: id, recipients: report.recipients, reason: report.reason))
            if answer != .unknown { isOurs = true }
        }
        return isOurs ? .done : .foreign
    }

    private func optOut(_ token: String) -> IncomingFolder.Handling {
        let answer = engine.dispatch("messaging.optOut", input: ["token": .string(token)], as: .anonymous(.english))
        if answer.isSuccess { return .done }
        // A workspace that takes no changes now takes them later.
        return answer.status == 422 ? .foreign : .later
    }

    private func isDemo() throws -> Bool { if case .demo = try kind() { true } else { false } }
}
