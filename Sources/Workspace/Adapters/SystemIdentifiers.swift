import Domain
import Engine
import Synchronization

/// UUIDv7 identifiers whose 74 bits start at random and then only grow, by random steps: those of one instant sort in
/// the order in which they were made (RFC 9562, section 6.2, method 2), and those of two processes do not meet.
public final class SystemIdentifiers: IdentifierSource {
    private struct State {
        /// 12 bits, the first of them 0 so that there is room to grow.
        var high = UInt64.random(in: 0..<0x800)
        /// 62 bits.
        var low = UInt64.random(in: 0..<1 << 62)
    }

    private let state = Mutex(State())

    public init() {}

    public func next(at instant: Instant) -> (high: UInt64, low: UInt64) {
        let random = state.withLock { state in
            state.low += UInt64.random(in: 1...UInt64(UInt32.max))
            if state.low >> 62 != 0 {
                state.low &= (1 << 62) - 1
                state.high += 1
            }
            return (state.high, state.low)
        }
        return IdentifierFormat.version7(at: instant, random: random)
    }
}
