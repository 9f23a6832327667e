import Foundation

/// Cuts the lines of a section into dated entries.
struct EntryScanner {
    struct Entry {
        var range: DateRange
        /// The lines of the head, without the dates.
        var head: [String]
        /// What is told on the line with the dates, behind them.
        var opening = ""
        var body: [ResumeLine]
        var line: Int
    }

    private let lines: [ResumeLine]
    /// For each line that carries an entry's dates: what was found there.
    private var dated: [Dated] = []

    private struct Dated {
        var index: Int
        var range: DateRange
        var rest: String
        var opening = ""
    }

    init(_ lines: [ResumeLine]) {
        self.lines = MarginCells.raised(lines)
        dated = dates(allowBullets: false)
        if dated.isEmpty { dated = dates(allowBullets: true) }
    }

    private func dates(allowBullets: Bool) -> [Dated] {
        var result: [Dated] = []
        for (index, line) in lines.enumerated() where !line.isBlank && (allowBullets || !line.isBullet) {
            guard let found = DateRange.find(in: line.text) else { continue }
            let isParenthesis = found.before.hasSuffix("(") && found.after.hasPrefix(")")
            if isParenthesis, found.before.count <= 100 {
                let title = String(found.before.dropLast()).trimmed
                let opening = EntryHead.bare(String(found.after.dropFirst()))
                let isTold = opening.count > 30 || opening.first?.isLowercase == true || opening.hasSuffix(".")
                let rest = isTold || opening.isEmpty ? title : title + ", " + opening
                if found.range.isSpan || opening.isEmpty {
                    result.append(
                        Dated(index: index, range: found.range, rest: rest, opening: isTold ? opening : ""))
                }
                continue
            }
            // In the middle of a sentence a date is no entry's.
            if found.range.isSpan {
                let isSentence = found.before.count > 90 || (found.before.count > 25 && found.after.count > 200)
                if !isSentence || allowBullets {
                    result.append(Dated(index: index, range: found.range, rest: found.rest))
                }
                continue
            }
            let atEdge = found.before.count <= 2 || found.after.filter(\.isLetter).count <= 2
            if atEdge, line.text.count <= 110, !line.text.hasSuffix(".") {
                result.append(Dated(index: index, range: found.range, rest: found.rest))
            }
        }
        return result
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
                range: dated[position].range, head: heads[position],
                opening: dated[position].opening, body: body, line: lines[dated[position].index].number)
        }
    }

    /// How many lines of an entry stand before the line with its dates, as the first entry has it.
    private func linesBeforeDates() -> Int {
        guard let first = dated.first else { return 0 }
        var count = 0
        while count < 3, first.index - count > 0, isHeadLine(lines[first.index - count - 1]) { count += 1 }
        return count
    }

    private func isHeadLine(_ line: ResumeLine) -> Bool {
        !line.isBlank && !line.isBullet && line.text.count <= 110 && !Self.isSentence(line.text)
            && line.text != PageLayout.columnBreak && line.text.first?.isLowercase != true
    }

    /// Ends with a full stop that is no abbreviation's, as in "Digital Growth Co.".
    private static func isSentence(_ text: String) -> Bool {
        guard text.hasSuffix(".") else { return false }
        let last = text.split(separator: " ").last ?? ""
        return last.count > 6 || text.count > 70
    }

    private static func isSingle(_ head: String) -> Bool {
        !head.contains("|") && !head.contains("\t") && !head.contains(", ") && !head.contains(" – ")
            && !head.contains(" chez ") && !head.contains(" at ")
    }
}
