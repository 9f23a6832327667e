/// Guesses which character separates the cells, from the first lines of a file.
enum DelimiterSniffer {
    static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    /// The delimiter that cuts most of the first lines into the same number of cells, and into the most.
    static func delimiter(of head: ArraySlice<UInt8>) -> UInt8 {
        var best: (delimiter: UInt8, score: Double) = (candidates[0], 0)
        for candidate in candidates {
            let counts = self.counts(of: candidate, in: head)
            guard let first = counts.first, first > 0 else { continue }
            let agreeing = counts.filter { $0 == first }.count
            let agreement = Double(agreeing) / Double(counts.count)
            let score = agreement * 100 + Double(min(first, 50))
            if score > best.score { best = (candidate, score) }
        }
        return best.delimiter
    }

    /// How often the delimiter occurs outside quotes, in each of the first twenty rows.
    private static func counts(of delimiter: UInt8, in head: ArraySlice<UInt8>) -> [Int] {
        var counts: [Int] = []
        var count = 0
        var quoted = false
        var blank = true
        for byte in head {
            if byte == 0x22 { quoted.toggle() }
            if byte == 0x0A && !quoted {
                if !blank { counts.append(count) }
                if counts.count == 20 { return counts }
                count = 0
                blank = true
                continue
            }
            if byte == delimiter && !quoted { count += 1 }
            if byte > 0x20 { blank = false }
        }
        if counts.isEmpty && !blank { counts.append(count) }
        return counts
    }
}
