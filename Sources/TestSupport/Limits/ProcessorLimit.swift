import Foundation
import Testing

/// Runs `body` and records an issue where its thread took more than `limit` seconds of processor time.
///
/// A guard for hostile input against work that grows with the square of it and would take many minutes; how fast
/// something is, is what `make bench` tells. It is the thread's own time, so tests beside it and other programs do not
/// count: a time limit of the test would run on while it waits for its turn.
public func withProcessorLimit<Result>(
    seconds limit: Double = 100, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Result
) rethrows -> Result {
    let began = threadSeconds()
    let result = try body()
    let took = threadSeconds() - began
    #expect(took <= limit, "took \(took) s of processor time", sourceLocation: sourceLocation)
    return result
}

private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
