import Foundation

/// Cuts the lines of a section into dated entries.
struct EntryScanner {
    struct Entry {
        var range: DateRange
        /// The lines of the head, without the dates.
        var head: [String]
        var body: [ResumeLine]
        var line: Int
    }

    private let lines: [ResumeLine]
    /// For each line that carries an entry's dates: what was found there.
    private var dated: [(index: Int, range: DateRange, rest: String)] = []

    init(_ lines: [ResumeLine]) {
        self.lines = lines
        dated = dates(allowBullets: false)
        if dated.isEmpty { dated = dates(allowBullets: true) }
    }

    private func dates(allowBullets: Bool) -> [(index: Int, range: DateRange, rest: String)] {
        var spans: [(index: Int, range: DateRange, rest: String)] = []
        var singles: [(index: Int, range: DateRange, rest: String)] = []
        for (index, line) in lines.enumerated() where !line.isBlank && (allowBullets || !line.isBullet) {
            guard let found = DateRange.find(in: line.text) else { continue }
            // In the middle of a sentence a date is no entry's.
            if found.range.isSpan {
                let isSentence = found.before.count > 90 || (found.before.count > 25 && found.after.count > 200)
                if !isSentence || allowBullets { spans.append((index, found.range, found.rest)) }
                continue
            }
            let atEdge = found.before.count <= 2 || found.after.filter(\.isLetter).count <= 2
            let isShort = line.text.count <= 110
            if atEdge && isShort && !line.text.hasSuffix(".") { singles.append((index, found.range, found.rest)) }
        }
        let usesSingles = !spans.isEmpty && spans.count >= singles.count && false
        return usesSingles ? spans : (spans + singles).sorted { $0.index < $1.index }
    }

    var entries: [Entry] {
        guard !dated.isEmpty else { return [] }
        let style = linesBeforeDates()
        var starts: [Int] = []
        var heads: [[String]] = []
        var ends: [Int] = []
        var floor = 0
        for (position, item) in dated.enumerated() {
            var start = item.index
            var head: [String] = []
            var taken = 0
            while taken < style, start > floor, isHeadLine(lines[start - 1]) {
                start -= 1
                taken += 1
                head.insert(lines[start].text, at: 0)
            }
            let rest = EntryHead.bare(item.rest)
            if !rest.isEmpty { head.append(rest) }
            var end = item.index + 1
            let limit = position + 1 < dated.count ? dated[position + 1].index - style : lines.count
            if style == 0 || head.isEmpty || (head.count == 1 && Self.isSingle(head[0])) {
                let wanted = head.isEmpty ? 2 : 1
                var added = 0
                while end < limit, added < wanted, isHeadLine(lines[end]) {
                    if added == 1 || !rest.isEmpty, lines[end].text.count > 80 { break }
                    if added == 1, !Self.isSingle(head[head.count - 1]) { break }
                    head.append(lines[end].text)
                    end += 1
                    added += 1
                }
            }
            starts.append(start)
            heads.append(head)
            ends.append(end)
            floor = end
        }
        return dated.indices.map { position in
            let next = position + 1 < starts.count ? starts[position + 1] : lines.count
            let body = ends[position] < next ? Array(lines[ends[position]..<next]) : []
            return Entry(
                range: dated[position].range, head: heads[position], body: body,
                line: lines[dated[position].index].number)
        }
    }

    /// How many lines of an entry stand before the line with its dates, as the first entry has it.
    private func linesBeforeDates() -> Int {
        var votes: [Int: Int] = [:]
        for (position, item) in dated.prefix(4).enumerated() {
            var count = 0
            let floor = position == 0 ? 0 : dated[position - 1].index + 1
            var index = item.index
            while index > floor, count < 3, isHeadLine(lines[index - 1]) {
                index -= 1
                count += 1
            }
            if position == 0 { return index == floor || count > 0 ? count : 0 }
            votes[count, default: 0] += 1
        }
        return 0
    }

    private func isHeadLine(_ line: ResumeLine) -> Bool {
        !line.isBlank && !line.isBullet && line.text.count <= 110 && !line.text.hasSuffix(".")
            && line.text != PageLayout.columnBreak && line.text.first?.isLowercase != true
    }

    private static func isSingle(_ head: String) -> Bool {
        !head.contains("|") && !head.contains("\t") && !head.contains(", ") && !head.contains(" – ")
            && !head.contains(" chez ") && !head.contains(" at ")
    }
}
