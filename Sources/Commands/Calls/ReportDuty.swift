import Domain
import Engine

/// The reports that the calls of a stream asked for. They are made between its lines, a little at a time, so that a
/// later line can look at them, and the rest when the stream has ended.
struct ReportDuty {
    let engine: Engine
    /// The last write that was seen: nothing new waits where nothing was written.
    private var clock: Int64?
    private var isWaiting = true

    /// How long a line waits for reports at most.
    private static let share: Int64 = 300

    init(engine: Engine) { self.engine = engine }

    mutating func advance() {
        let now = engine.changeClock()
        guard isWaiting || now != clock else { return }
        isWaiting = engine.workOnReports(until: engine.adapters.clock.now().advanced(byMilliseconds: Self.share))
        clock = engine.changeClock()
    }

    mutating func finish() {
        if isWaiting { engine.workOnReports() }
    }
}
