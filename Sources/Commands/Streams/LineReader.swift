/// Reads lines one at a time. A line longer than the limit is passed over and never held.
struct LineReader {
    enum Line: Equatable {
        /// Without its line end, LF or CRLF.
        case bytes([UInt8])
        case tooLong
    }

    private let input: any ByteInput
    private let limit: Int
    /// What was read and not yet given out.
    private var buffer: [UInt8] = []
    private var start = 0
    private var atEnd = false

    init(_ input: any ByteInput, limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// The next line, or nil at the end. It reads on only when no whole line is at hand.
    mutating func next() throws(FileProblem) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = take(to: end)
                start = end + 1
                return line
            }
            searched = buffer.count
            if buffer.count - start > limit { return try skip() }
            if atEnd {
                guard start < buffer.count else { return nil }
                let line = take(to: buffer.count)
                start = buffer.count
                return line
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            try fill()
        }
    }

    private mutating func fill() throws(FileProblem) {
        let chunk = try input.read(1 << 16)
        if chunk.isEmpty { atEnd = true }
        buffer += chunk
    }

    private func take(to end: Int) -> Line {
        guard end - start <= limit else { return .tooLong }
        let hasReturn = end > start && buffer[end - 1] == 0x0D
        return .bytes(Array(buffer[start..<(hasReturn ? end - 1 : end)]))
    }

    /// Passes the rest of a line that is too long.
    private mutating func skip() throws(FileProblem) -> Line {
        while true {
            buffer.removeAll(keepingCapacity: true)
            start = 0
            try fill()
            if let end = buffer.firstIndex(of: 0x0A) {
                start = end + 1
                return .tooLong
            }
            if atEnd { return .tooLong }
        }
    }
}
