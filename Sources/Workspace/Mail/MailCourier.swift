import Dispatch
import Synchronization

/// Drains a workspace's outbox in the background, as long as a program that stays up has it open.
public final class MailCourier: Sendable {
    private let workspace: Workspace
    private let queue = DispatchQueue(label: "workspace.mail", qos: .utility)
    private let isStopped = Mutex(false)
    /// How long it sleeps between two looks.
    private let pause: DispatchTimeInterval
    /// Mails between two looks whether to stop.
    private static let batch = 100

    /// Begins at once.
    public init(_ workspace: Workspace, every pause: DispatchTimeInterval = .seconds(3)) {
        self.workspace = workspace
        self.pause = pause
        look()
    }

    /// Waits for the mails that are under way, and begins no others.
    public func stop() {
        isStopped.withLock { $0 = true }
        queue.sync {}
    }

    private func look() {
        queue.async { [self] in
            guard !isStopped.withLock({ $0 }) else { return }
            // A long bulk message does not hold up whoever wants to leave.
            while workspace.drainMail(limit: Self.batch) == Self.batch, !isStopped.withLock({ $0 }) {}
            queue.asyncAfter(deadline: .now() + pause) { [weak self] in self?.look() }
        }
    }
}
