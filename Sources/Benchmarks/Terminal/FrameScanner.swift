/// Finds the ends of frames in what a program writes: the mark that ends a synchronized update (`ESC [ ? 2026 l`).
struct FrameScanner {
    private static let mark = Array("\u{1B}[?2026l".utf8)
    /// How much of the mark has been met at the end of what was read so far.
    private var matched = 0

    /// How many frames end in these bytes.
    mutating func frames(in bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for byte in bytes {
            if byte == Self.mark[matched] {
                matched += 1
            } else {
                matched = byte == Self.mark[0] ? 1 : 0
            }
            if matched == Self.mark.count {
                count += 1
                matched = 0
            }
        }
        return count
    }
}
