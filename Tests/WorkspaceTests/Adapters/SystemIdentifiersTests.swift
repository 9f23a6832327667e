import Dispatch
import Domain
import Synchronization
import Testing
import Workspace

@Suite struct SystemIdentifiersTests {
    @Test func thoseOfOneInstantSortInTheirOrder() {
        let source = SystemIdentifiers()
        let instant = Instant(milliseconds: 1_795_000_000_123)
        let identifiers = (0..<20_000).map { _ in
            let bits = source.next(at: instant)
            return Identifier<Void>(high: bits.high, low: bits.low)
        }
        #expect(zip(identifiers, identifiers.dropFirst()).allSatisfy { $0 < $1 })
        #expect(identifiers.allSatisfy { $0.instant == instant })
        #expect(identifiers.allSatisfy { $0.high >> 12 & 0xF == 7 && $0.low >> 62 == 2 })
    }

    @Test func threadsGetDifferentOnes() {
        let source = SystemIdentifiers()
        let seen = Mutex<Set<UInt64>>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let own = (0..<2_000).map { _ in source.next(at: Instant(milliseconds: 0)).low }
            seen.withLock { $0.formUnion(own) }
        }
        #expect(seen.withLock { $0.count } == 8_000)
    }

    @Test func randomBytesAreAsManyAsAskedForAndDiffer() {
        let entropy = SystemEntropy()
        #expect(entropy.bytes(0).isEmpty)
        #expect(entropy.bytes(33).count == 33)
        #expect(entropy.bytes(32) != entropy.bytes(32))
    }
}
