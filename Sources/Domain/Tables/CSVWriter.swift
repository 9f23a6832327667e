/// Writes rows as CSV that a spreadsheet opens without running anything in it.
public struct CSVWriter: Sendable {
    private let delimiter: Character

    public init(delimiter: Character = ",") { self.delimiter = delimiter }

    /// One row with its line end (CRLF, as RFC 4180 has it).
    public func row(_ cells: [String]) -> String {
        var text = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { text.append(delimiter) }
            text += self.cell(cell)
        }
        return text + "\r\n"
    }

    /// One cell: disarmed with a leading apostrophe where a spreadsheet would run it, quoted where it must be.
    public func cell(_ value: String) -> String {
        var value = value
        if Self.isFormula(value) { value = "'" + value }
        let mustQuote = value.unicodeScalars.contains { scalar in
            scalar == "\"" || scalar == "\n" || scalar == "\r" || scalar == "\t"
                || delimiter.unicodeScalars.contains(scalar)
        }
        let isPadded = value.first == " " || value.last == " "
        guard mustQuote || isPadded else { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted += "\"" }
        }
        return quoted + "\""
    }

    /// Whether a spreadsheet would read the cell as a formula. A plain negative number is left alone.
    public static func isFormula(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first else { return false }
        switch first {
        case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
        case "+": return true
        case "-": return !value.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
        default: return false
        }
    }

    /// A cell as it was before `cell(_:)` disarmed it.
    public static func rearmed(_ value: String) -> String {
        guard value.first == "'", isFormula(String(value.dropFirst())) else { return value }
        return String(value.dropFirst())
    }
}
