import Domain
import Terminal

/// Texts and numbers as they may be printed.
enum Printing {
    /// On one line, without anything that a terminal would act on.
    static func clean(_ text: String) -> String { CellText.printable(text) }

    /// "12,345", in French "12 345".
    static func number(_ value: Int, _ language: Language) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language == .french ? "\u{202F}" : "," }
            text.append(digit)
        }
        return text
    }
}
