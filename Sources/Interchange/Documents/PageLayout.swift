/// Puts a page that was read with its spaces kept into the order that a person reads it in.
///
/// A side bar is read whole, then the main column; a column of labels stays with the lines that it labels; the cells
/// of other rows are kept on their line, apart by tabs. A form feed on a line of its own marks a change of column.
struct PageLayout {
    static let columnBreak = "\u{0C}"

    private let lines: [LayoutLine]

    init(page: String) {
        lines = page.split(separator: "\n", omittingEmptySubsequences: false).map { LayoutLine(String($0)) }
    }

    /// The page's text in reading order.
    var text: String {
        guard let gutter = gutter() else { return lines.map(\.joined).joined(separator: "\n") }
        var output: [String] = []
        var zone: [LayoutLine] = []
        for line in lines {
            if line.crosses(gutter) {
                output += read(zone, gutter: gutter)
                zone = []
                output.append(line.joined)
            } else {
                zone.append(line)
            }
        }
        return (output + read(zone, gutter: gutter)).joined(separator: "\n")
    }

    /// The column where a second flow of text begins, if there is one.
    private func gutter() -> Int? {
        var starts: [Int: Int] = [:]
        var filled = 0
        for line in lines where !line.segments.isEmpty {
            filled += 1
            for segment in line.segments where segment.start >= 10 { starts[segment.start, default: 0] += 1 }
        }
        let candidates = starts.filter { $0.value >= max(4, filled / 4) }
        return candidates.max { first, second in
            let crossings = (self.crossings(of: first.key), self.crossings(of: second.key))
            return (first.value - crossings.0, -first.key) < (second.value - crossings.1, -second.key)
        }?.key
    }

    private func crossings(of gutter: Int) -> Int { lines.filter { $0.crosses(gutter) }.count }

    private func read(_ zone: [LayoutLine], gutter: Int) -> [String] {
        let left = zone.map { $0.part(before: gutter) }
        let right = zone.map { $0.part(from: gutter) }
        let leftFilled = left.filter { !$0.isEmpty }
        let rightFilled = right.filter { !$0.isEmpty }
        guard !leftFilled.isEmpty, rightFilled.count >= 3 else { return zone.map(\.joined) }
        let labels = leftFilled.filter(Self.isLabel).count
        if labels * 10 >= leftFilled.count * 6 { return Self.labelled(left, right) }
        let both = zip(left, right).filter { !$0.isEmpty && !$1.isEmpty }.count
        let rightOnly = rightFilled.count - both
        let leftOnly = leftFilled.count - both
        let margins = rightFilled.filter { DateText.isMostlyDate($0) || $0.count <= 3 }.count
        let isMargin = margins * 2 > rightFilled.count || (rightOnly * 5 < rightFilled.count && leftOnly > both)
        guard leftFilled.count >= 3, !isMargin else { return zone.map(\.joined) }
        return left + [Self.columnBreak] + right + [Self.columnBreak]
    }

    /// Each run of labels before the lines that stand beside it and under it.
    private static func labelled(_ left: [String], _ right: [String]) -> [String] {
        var output: [String] = []
        var contents: [String] = []
        var previousIsLabel = false
        for (label, content) in zip(left, right) {
            if !label.isEmpty && !previousIsLabel {
                output += contents
                contents = []
            }
            if !label.isEmpty { output.append(label) }
            contents.append(content)
            previousIsLabel = !label.isEmpty
        }
        return output + contents
    }

    private static func isLabel(_ text: String) -> Bool {
        DateText.isMostlyDate(text) || SectionHeading.mayBegin(text)
    }
}

/// One line of a page, cut where two or more spaces stand together.
struct LayoutLine {
    struct Segment {
        var start: Int
        var text: String
        var end: Int { start + text.count }
    }

    private(set) var segments: [Segment] = []

    init(_ line: String) {
        var current = Segment(start: 0, text: "")
        var spaces = 0
        for (column, character) in line.enumerated() {
            if character == " " || character == "\t" || character == "\u{A0}" {
                spaces += 1
                continue
            }
            if spaces >= 2 || current.text.isEmpty {
                if !current.text.isEmpty { segments.append(current) }
                current = Segment(start: column, text: "")
            } else if spaces == 1 {
                current.text.append(" ")
            }
            spaces = 0
            current.text.append(character)
        }
        if !current.text.isEmpty { segments.append(current) }
    }

    var joined: String { Self.join(segments[...]) }

    func crosses(_ gutter: Int) -> Bool {
        segments.contains { $0.start < gutter && $0.end > gutter - 1 }
    }

    func part(before gutter: Int) -> String { Self.join(segments.prefix { $0.start < gutter }) }

    func part(from gutter: Int) -> String { Self.join(segments.drop { $0.start < gutter }) }

    private static func join(_ segments: ArraySlice<Segment>) -> String {
        var text = ""
        var end: Int?
        for segment in segments {
            if let end { text += segment.start - end >= 3 ? "\t" : " " }
            text += segment.text
            end = segment.end
        }
        return text
    }
}
