import Glibc

/// A program driven by keys, with the time and the size of what it answers.
final class TerminalSession {
    /// What a key brought about.
    struct Answer {
        /// From the key to the end of the first frame, in nanoseconds.
        var first: UInt64
        /// From the key to the end of the last frame before the program fell silent.
        var last: UInt64
        var frames: Int
        var bytes: Int
    }

    private let terminal: PseudoTerminal
    private var scanner = FrameScanner()
    /// Everything that was written since the last key.
    private(set) var output: [UInt8] = []
    let startedAt: UInt64

    /// The size of the terminal that the budgets speak of.
    static let size = (columns: 160, rows: 50)

    init(_ arguments: [String], environment: [String: String]) throws {
        startedAt = Stopwatch.wall
        terminal = try PseudoTerminal(
            arguments, environment: environment, columns: Self.size.columns, rows: Self.size.rows)
    }

    /// Waits for the first screen: for a frame, and then until nothing comes for `quiet` milliseconds.
    func start(quiet: Int = 300) throws -> Answer { try answer(since: startedAt, quiet: quiet, limit: 20_000) }

    /// Presses keys and waits until the program has answered and is silent for `quiet` milliseconds.
    func press(_ keys: String, quiet: Int = 20, limit: Int = 2_000) throws -> Answer {
        let start = Stopwatch.wall
        try terminal.write(Array(keys.utf8))
        return try answer(since: start, quiet: quiet, limit: limit)
    }

    /// What comes by itself within that time.
    func listen(milliseconds: Int) throws -> Answer {
        let start = Stopwatch.wall
        return try answer(since: start, quiet: milliseconds, limit: milliseconds)
    }

    func residentMemory() -> (all: Int, files: Int) { terminal.residentMemory() }

    private func answer(since start: UInt64, quiet: Int, limit: Int) throws -> Answer {
        var answer = Answer(first: 0, last: 0, frames: 0, bytes: 0)
        output.removeAll(keepingCapacity: true)
        while true {
            // Until the first frame the program may think as long as the limit; after it silence is the end.
            let now = Stopwatch.wall
            let waited = Int((now - start) / 1_000_000)
            let patience = answer.frames == 0 ? limit - waited : quiet
            guard patience > 0, let bytes = terminal.read(within: patience) else { break }
            guard !bytes.isEmpty else { break }
            let arrived = Stopwatch.wall - start
            answer.bytes += bytes.count
            output += bytes
            let frames = scanner.frames(in: bytes)
            guard frames > 0 else { continue }
            if answer.frames == 0 { answer.first = arrived }
            answer.last = arrived
            answer.frames += frames
        }
        return answer
    }
}
