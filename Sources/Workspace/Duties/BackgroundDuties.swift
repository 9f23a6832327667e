import Dispatch
import Domain
import Engine
import Synchronization

/// What a program that stays up does for its workspace in the background, as long as it has it open: mails leave the
/// outbox, reports that another program left unfinished (it was killed, or the power failed) are gone on with, and the
/// database looks again at tables that have grown, files whose last row was erased go, and records that were kept long
/// enough are dealt with, where the workspace wants that.
public final class BackgroundDuties: Sendable {
    private let workspace: Workspace
    private let queue = DispatchQueue(label: "workspace.duties", qos: .utility)
    private let isStopped = Mutex(false)
    /// How long it sleeps between two looks.
    private let pause: DispatchTimeInterval
    /// When it next looks whose record has been kept long enough.
    private let nextRetention = Mutex(Instant(milliseconds: 0))
    /// Records that are warned about or anonymised between two looks whether to stop.
    private static let recordsAtOnce = 5
    /// Mails that leave before it looks whether more came in.
    private static let batch = 100
    /// Milliseconds of reports between two looks whether to stop, so that nobody who leaves waits for them.
    private static let share: Int64 = 500

    /// Begins at once.
    public init(_ workspace: Workspace, every pause: DispatchTimeInterval = .seconds(3)) {
        self.workspace = workspace
        self.pause = pause
        look()
    }

    /// Waits for what is under way, which is cut short where a network is waited for, and begins nothing else.
    public func stop() {
        isStopped.withLock { $0 = true }
        queue.sync {}
    }

    var mustStop: Bool { isStopped.withLock { $0 } }

    private func look() {
        queue.async { [self] in
            guard !mustStop else { return }
            workspace.readIncomingMail()
            // Neither a long bulk message nor a slow server holds up whoever wants to leave.
            while !mustStop, workspace.drainMail(limit: Self.batch, until: { [self] in mustStop }) == Self.batch {}
            if !mustStop { workspace.continueReports(within: Self.share) }
            if !mustStop { workspace.refreshStatistics() }
            if !mustStop { workspace.engine.removeForsakenFiles() }
            if !mustStop { keepRetention() }
            queue.asyncAfter(deadline: .now() + pause) { [weak self] in self?.look() }
        }
    }

    /// Looks whose time is up once an hour, and goes on at the next look while there is more.
    private func keepRetention() {
        let now = workspace.engine.adapters.clock.now()
        guard now >= nextRetention.withLock({ $0 }) else { return }
        let report = workspace.engine.keepRetention(limit: Self.recordsAtOnce)
        let pause: Int64 = (report?.remaining ?? 0) > 0 ? 0 : 3_600_000
        nextRetention.withLock { $0 = now.advanced(byMilliseconds: pause) }
    }
}

extension Workspace {
    /// Has the database look at tables that have grown. Nothing but speed depends on it, so where it fails (the disk is
    /// full, or only readable) it is tried another time.
    public func refreshStatistics() { _ = try? PlannerStatistics.refreshIfGrown(in: engine.database) }

    /// Goes on with the reports that wait, for so many milliseconds at most.
    public func continueReports(within milliseconds: Int64) {
        engine.workOnReports(until: engine.adapters.clock.now().advanced(byMilliseconds: milliseconds))
    }
}
