/// Carries out work and gives its effects back to the thread that owns the state.
public protocol WorkRunner: AnyObject {
    /// Takes work. Called on the screen's thread.
    func submit(_ works: [Work])
    /// The effects that are ready, in order. Called on the screen's thread.
    func collect() -> [Effect]
    /// Waits for the readings under way, so many milliseconds at most: what comes at once needs no frame before it.
    func settle(within milliseconds: Int)
    /// Whether nothing is waiting, running or ready.
    var isIdle: Bool { get }
}

/// Runs work at once, on the thread that asks: tests wait for nothing.
public final class ImmediateRunner: WorkRunner {
    private let session: EngineSession
    private var ready: [Effect] = []

    public init(session: EngineSession) { self.session = session }

    public func submit(_ works: [Work]) { ready += works.map { $0.run(session) } }

    public func collect() -> [Effect] {
        defer { ready = [] }
        return ready
    }

    public func settle(within milliseconds: Int) {}

    public var isIdle: Bool { ready.isEmpty }
}
