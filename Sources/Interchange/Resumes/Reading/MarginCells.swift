/// Takes dates out of a column at the right that stands beside the text of an entry, and not beside its head.
///
///     Acme Labs, Engineer                     Lyon, France
///     • Built the first of the tools          June 2021 – present
///       that the team works with              2 years 4 months
///
/// The dates go to the end of the head's line; how long that was is left out, since the dates tell it.
enum MarginCells {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let duration =
        #/(?i)\d+ (?:years?|months?|ans?|mois)(?:,? (?:and |et )?\d+ (?:months?|mois))?/#

    static func raised(_ lines: [ResumeLine]) -> [ResumeLine] {
        var result = lines
        /// The head that waits for its dates.
        var head: Int?
        for index in lines.indices {
            let line = result[index]
            if line.isBlank {
                head = nil
                continue
            }
            guard let (text, cell) = lastCell(of: line.text) else {
                if !line.isBullet, DateRange.find(in: line.text) != nil { head = nil }
                continue
            }
            if isDuration(cell), index > 0 {
                result[index].text = text
            } else if line.isBullet {
                guard let waiting = head, DateText.isMostlyDate(cell) else { continue }
                result[waiting].text += "\t" + cell
                result[index].text = text
                head = nil
            } else {
                head = DateRange.find(in: line.text) == nil ? index : nil
            }
        }
        return result
    }

    /// A line cut before its last cell.
    private static func lastCell(of text: String) -> (text: String, cell: String)? {
        guard let tab = text.lastIndex(of: "\t") else { return nil }
        let cell = String(text[text.index(after: tab)...]).trimmed
        return cell.isEmpty ? nil : (String(text[..<tab]).trimmed, cell)
    }

    /// "2 years 10 months", "4 mois".
    private static func isDuration(_ text: String) -> Bool {
        text.wholeMatch(of: Self.duration) != nil
    }
}
