/// Text measured in columns of cells.
///
/// It is not called `Text`, so that a file may import it beside a domain that has a `Text` of its own.
public enum CellText {
    /// What stands for the part that was cut off.
    public static let ellipsis: Character = "…"

    /// The columns that a text takes on one row.
    public static func width(_ text: some StringProtocol) -> Int {
        if let count = asciiCount(text) { return count }
        var width = 0
        GlyphSequence.forEach(in: text) { width += Int($0.width) }
        return width
    }

    /// The columns of one character: 0 for a lone combining mark, else 1, 2, or more for a cluster of letters.
    public static func width(_ character: Character) -> Int {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
        var width = 0
        GlyphSequence.forEach(in: character) { width += Int($0.width) }
        return width
    }

    /// The text cut to a width, with `…` in its last column when something was cut.
    public static func truncate(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        if self.width(text) <= width { return text }
        if asciiCount(text) != nil {
            return String(decoding: text.utf8.prefix(width - 1), as: UTF8.self) + String(ellipsis)
        }
        var used = 0
        var result = ""
        for character in text {
            let columns = self.width(character)
            if used + columns > width - 1 { break }
            used += columns
            result.append(character)
        }
        result.append(ellipsis)
        return result
    }

    /// The text cut or filled with blanks on its right to exactly that width.
    public static func padRight(_ text: String, to width: Int) -> String {
        let cut = truncate(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - self.width(cut)))
    }

    /// The text cut or filled with blanks on its left to exactly that width: for numbers.
    public static func padLeft(_ text: String, to width: Int) -> String {
        let cut = truncate(text, to: width)
        return String(repeating: " ", count: max(0, width - self.width(cut))) + cut
    }

    /// The number of bytes when all of them are printable ASCII.
    static func asciiCount(_ text: some StringProtocol) -> Int? {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
            return bytes.count
        }
        return found ?? nil
    }
}
