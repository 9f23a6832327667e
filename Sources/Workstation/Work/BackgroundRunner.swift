import Dispatch
import Synchronization

/// Runs readings on one thread and writings on another, so that a screen is filled while a write waits for the disk.
///
/// - `wake` is called on those threads whenever an effect is ready.
public final class BackgroundRunner: WorkRunner {
    private let session: EngineSession
    private let wake: @Sendable () -> Void
    private let reader = DispatchQueue(label: "workstation.read", qos: .userInteractive)
    private let writer = DispatchQueue(label: "workstation.write", qos: .userInteractive)
    private let shared = Shared()

    private final class Shared: Sendable {
        struct State {
            /// The number of the newest reading of each slot.
            var newest: [Work.Slot: Int] = [:]
            var count = 0
            var underWay = 0
            var ready: [Ready] = []
        }

        struct Ready {
            let lane: Work.Lane
            let number: Int
            let effect: Effect
        }

        let state = Mutex(State())

        func isSuperseded(_ lane: Work.Lane, _ number: Int) -> Bool {
            guard case .read(let slot) = lane else { return false }
            return state.withLock { $0.newest[slot] != number }
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
                if case .read(let slot) = work.lane { state.newest[slot] = state.count }
                return state.count
            }
            let queue = if case .write = work.lane { writer } else { reader }
            queue.async { [session, shared, wake] in
                guard !shared.isSuperseded(work.lane, number) else {
                    shared.state.withLock { $0.underWay -= 1 }
                    return
                }
                let effect = work.run(session)
                shared.state.withLock { state in
                    state.underWay -= 1
                    state.ready.append(Shared.Ready(lane: work.lane, number: number, effect: effect))
                }
                wake()
            }
        }
    }

    public func collect() -> [Effect] {
        shared.state.withLock { state in
            let ready = state.ready
            state.ready = []
            return ready.compactMap { item in
                if case .read(let slot) = item.lane, state.newest[slot] != item.number { return nil }
                return item.effect
            }
        }
    }

    /// Waits until every writing that was asked for is done: a move that is on the screen is on disk before the
    /// program ends.
    public func finish() { writer.sync {} }

    public var isIdle: Bool { shared.state.withLock { $0.underWay == 0 && $0.ready.isEmpty } }
}
