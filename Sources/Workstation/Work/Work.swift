/// A change to the workstation's state, and perhaps more work for the engine.
public typealias Effect = @Sendable (inout Workstation) -> [Work]

/// Something for the engine to do away from the screen's thread. What comes of it is an effect on the state.
public struct Work: Sendable {
    /// What a reading is for. A newer one of the same slot makes an older one that is still waiting, or on its way
    /// back, worthless: it is dropped.
    public struct Slot: Hashable, Sendable {
        public let name: String

        public init(_ name: String) { self.name = name }
    }

    public enum Lane: Hashable, Sendable {
        /// May run beside writings; superseded by the next of its slot.
        case read(Slot)
        /// Reads what may be wanted next, beside everything else; nothing on the screen waits for it.
        case ahead(Slot)
        /// Reads what takes longer than a key: beside everything else; it is shown when it is there, and superseded by
        /// the next of its slot.
        case aside(Slot)
        /// Runs after all writings asked for before it, and is never dropped.
        case write

        var isAhead: Bool { if case .ahead = self { true } else { false } }

        /// The slot of a reading.
        var slot: Slot? {
            switch self {
            case .read(let slot), .ahead(let slot), .aside(let slot): slot
            case .write: nil
            }
        }
    }

    public let lane: Lane
    public let run: @Sendable (EngineSession) -> Effect

    public init(_ lane: Lane, run: @escaping @Sendable (EngineSession) -> Effect) {
        self.lane = lane
        self.run = run
    }

    public static func read(_ slot: Slot, run: @escaping @Sendable (EngineSession) -> Effect) -> Work {
        Work(.read(slot), run: run)
    }

    public static func ahead(_ slot: Slot, run: @escaping @Sendable (EngineSession) -> Effect) -> Work {
        Work(.ahead(slot), run: run)
    }

    public static func aside(_ slot: Slot, run: @escaping @Sendable (EngineSession) -> Effect) -> Work {
        Work(.aside(slot), run: run)
    }

    /// The same reading for what may be wanted next, which nothing waits for.
    var inAdvance: Work { lane.slot.map { .ahead($0, run: run) } ?? self }

    public static func write(run: @escaping @Sendable (EngineSession) -> Effect) -> Work { Work(.write, run: run) }
}
