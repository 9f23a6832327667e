import Domain
import Engine
import Synchronization

/// Identifiers that are the same for the same seed: each is a millisecond later than the one before, so that they sort in
/// the order in which they were made.
final class DemoIdentifiers: IdentifierSource {
    private struct State {
        var random: RandomStream
        var made: Int64 = 0
    }

    private let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(random: RandomStream(seed: seed, kind: .identifier, index: 4))) }

    func next(at instant: Instant) -> (high: UInt64, low: UInt64) {
        state.withLock { state in
            state.made += 1
            return IdentifierFormat.version7(
                at: instant.advanced(byMilliseconds: state.made), random: (state.random.next(), state.random.next()))
        }
    }
}
