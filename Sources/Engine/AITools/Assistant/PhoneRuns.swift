/// Runs of digits that may be telephone numbers: nine digits or more, or a plus and seven; written in groups or not. A
/// span of years has eight. A run is taken whole, so that no end of a number is left behind one that looked like it.
enum PhoneRuns {
    /// Signs between two groups; a wider gap stands between columns.
    private static let widestGap = 4

    static func all(in text: String) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        var found: [Range<String.Index>] = []
        var run: (start: String.Index, end: String.Index, digits: Int, hasPlus: Bool)?
        var gap = 0
        func close() {
            if let run, run.digits >= (run.hasPlus ? 7 : 9) { found.append(run.start..<run.end) }
            run = nil
        }
        var plus: String.Index?
        for position in scalars.indices {
            let scalar = scalars[position]
            if isDigit(scalar) {
                let next = scalars.index(after: position)
                if let before = run {
                    run = (before.start, next, before.digits + 1, before.hasPlus)
                } else {
                    run = (plus ?? position, next, 1, plus != nil)
                }
                gap = 0
            } else {
                gap += 1
                if gap > widestGap || !isSeparator(scalar) { close() }
            }
            plus = scalar == "+" ? position : nil
        }
        close()
        return found
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType == .decimal
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", ".", "(", ")", "-", "/", "\u{A0}", "\u{202F}", "\u{2010}"..."\u{2015}", "\u{2212}": true
        default: false
        }
    }
}
