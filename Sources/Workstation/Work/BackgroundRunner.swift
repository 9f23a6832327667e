import Dispatch
import Synchronization

/// Runs readings on one thread and writings on another, so that a screen is filled while a write waits for the disk.
///
/// - `wake` is called on those threads whenever an effect is ready that may show something.
public final class BackgroundRunner: WorkRunner {
    private let session: EngineSession
    private let wake: @Sendable () -> Void
    private let reader = DispatchQueue(label: "workstation.read", qos: .userInteractive)
    private let scout = DispatchQueue(label: "workstation.ahead", qos: .utility)
    private let slow = DispatchQueue(label: "workstation.aside", qos: .utility)
    private let writer = DispatchQueue(label: "workstation.write", qos: .userInteractive)
    private let reports = DispatchQueue(label: "workstation.reports", qos: .utility)
    private let shared = Shared()

    private final class Shared: Sendable {
        struct State {
            /// The number of the newest reading of each slot.
            var newest: [Work.Slot: Int] = [:]
            var count = 0
            var underWay = 0
            /// Readings that the screen waits for.
            var readings = 0
            var ready: [Ready] = []
        }

        struct Ready {
            let lane: Work.Lane
            let number: Int
            let effect: Effect
        }

        let state = Mutex(State())
        /// Signalled whenever a reading ended.
        let ended = DispatchSemaphore(value: 0)

        func isSuperseded(_ lane: Work.Lane, _ number: Int) -> Bool {
            guard let slot = lane.slot else { return false }
            return state.withLock { $0.newest[slot] != number }
        }

        /// Work is done, or not worth doing any more.
        func end(_ lane: Work.Lane, _ number: Int, _ effect: Effect?) {
            let isReading = if case .read = lane { true } else { false }
            state.withLock { state in
                state.underWay -= 1
                if isReading { state.readings -= 1 }
                if let effect { state.ready.append(Ready(lane: lane, number: number, effect: effect)) }
            }
            if isReading { ended.signal() }
        }
    }

    public init(session: EngineSession, wake: @escaping @Sendable () -> Void) {
        self.session = session
        self.wake = wake
    }

    public func submit(_ works: [Work]) {
        for work in works {
            let number = shared.state.withLock { state in
                state.count += 1
                state.underWay += 1
                if let slot = work.lane.slot { state.newest[slot] = state.count }
                if case .read = work.lane { state.readings += 1 }
                return state.count
            }
            let queue =
                switch work.lane {
                case .read: reader
                case .ahead: scout
                case .aside: slow
                case .write: writer
                }
            queue.async { [session, shared, wake, reports] in
                guard !shared.isSuperseded(work.lane, number) else { return shared.end(work.lane, number, nil) }
                shared.end(work.lane, number, work.run(session))
                // What was read ahead shows nothing: it waits for the next event.
                if !work.lane.isAhead { wake() }
                // Whoever commits works on what the commit asked for.
                if work.lane == .write { reports.async { session.engine.workOnReports() } }
            }
        }
    }

    public func collect() -> [Effect] {
        shared.state.withLock { state in
            let ready = state.ready
            state.ready = []
            return ready.compactMap { item in
                if let slot = item.lane.slot, state.newest[slot] != item.number { return nil }
                return item.effect
            }
        }
    }

    public func settle(within milliseconds: Int) {
        let end = DispatchTime.now() + .milliseconds(milliseconds)
        while shared.state.withLock({ $0.readings > 0 }), shared.ended.wait(timeout: end) == .success {}
    }

    /// Waits until every writing that was asked for is done: a move that is on the screen is on disk before the
    /// program ends.
    public func finish() { writer.sync {} }

    public var isIdle: Bool { shared.state.withLock { $0.underWay == 0 && $0.ready.allSatisfy(\.lane.isAhead) } }
}
