/// The bytes of the record in hand and those read ahead of it, with the line that the record begins on.
struct ByteWindow {
    private var source: ByteSource
    private(set) var bytes: [UInt8] = []
    private(set) var start = 0
    private(set) var line = 1
    private(set) var isAtEnd = false

    init(_ source: ByteSource) { self.source = source }

    var count: Int { bytes.count }

    /// Reads one more chunk behind what is held; false at the end of the file.
    mutating func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        guard let chunk = try source.next() else {
            isAtEnd = true
            return false
        }
        bytes += chunk
        return true
    }

    /// Ends the record in hand before `end`, which counts from the beginning of `bytes`.
    mutating func advance(to end: Int) {
        for index in start..<end where bytes[index] == 0x0A { line += 1 }
        start = end
        if start > 256 * 1_024 || start == bytes.count {
            bytes.removeFirst(start)
            start = 0
        }
    }

    /// Where the next line begins, at or after `index`; reads on as needed but never keeps what it passes.
    mutating func skipLine(from index: Int) throws {
        advance(to: index)
        while true {
            if let newline = bytes[start...].firstIndex(of: 0x0A) {
                advance(to: newline + 1)
                return
            }
            advance(to: bytes.count)
            guard try fill() else { return }
        }
    }
}
