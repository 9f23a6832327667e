extension CellBuffer {
    /// The rows as text, without blanks at their ends.
    public var text: [String] {
        (0..<size.height).map { row(in: $0) }
    }

    /// The frame as text for a test. With `styles`, the runs of each row that are not plain text follow, as
    /// `row: first-last scope, …`.
    public func snapshot(styles: Bool = false) -> String {
        var lines = text
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        guard styles else { return lines.joined(separator: "\n") + "\n" }
        lines.append("--- styles")
        for y in 0..<size.height {
            let runs = styleRuns(in: y).map { "\($0.first)-\($0.last) \($0.style.name)" }
            if !runs.isEmpty { lines.append("\(y): " + runs.joined(separator: ", ")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(in y: Int) -> String {
        var line = ""
        for x in 0..<size.width { self[x, y].glyph.write(to: &line) }
        while line.last == " " { line.removeLast() }
        return line
    }

    private func styleRuns(in y: Int) -> [(first: Int, last: Int, style: Style)] {
        var runs: [(first: Int, last: Int, style: Style)] = []
        for x in 0..<size.width {
            let style = self[x, y].style
            if style == .text { continue }
            if let last = runs.last, last.last == x - 1, last.style == style {
                runs[runs.count - 1].last = x
            } else {
                runs.append((x, x, style))
            }
        }
        return runs
    }
}
