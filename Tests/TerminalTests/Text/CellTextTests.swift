import Testing

@testable import Terminal

@Suite struct CellTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Zoé", 3), ("Zoe\u{301}", 3), ("李", 2), ("👩‍💻", 2), ("Zoé 李 👩‍💻", 9), ("🇫🇷", 2),
        ("❤", 1), ("❤️", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("1️⃣", 2), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ｱ", 1), ("Ａ", 2), ("…", 1), ("▇", 1), ("●", 1), ("a\u{202E}b", 3), ("\u{200B}", 1), ("\u{1B}[31m", 5),
        ("\r\n", 1), ("\t", 1), ("می‌خواهم", 7), ("😀😀", 4), ("⌚", 2), ("🫠", 2), ("𠀀", 2),
    ])
    func widths(text: String, width: Int) {
        #expect(CellText.width(text) == width)
    }

    @Test func aLoneMarkTakesNoColumn() {
        #expect(CellText.width("\u{301}") == 0)
    }

    @Test func truncates() {
        #expect(CellText.truncate("Hélène Marchal", to: 7) == "Hélène…")
        #expect(CellText.truncate("李小龙", to: 4) == "李…")
        #expect(CellText.truncate("李小龙", to: 6) == "李小龙")
        #expect(CellText.truncate("abc", to: 1) == "…")
        #expect(CellText.truncate("abc", to: 0) == "")
    }

    @Test func pads() {
        #expect(CellText.padRight("李", to: 4) == "李  ")
        #expect(CellText.padLeft("12", to: 4) == "  12")
        #expect(CellText.padRight("李小龙", to: 4) == "李… ")
    }

    @Test func wraps() {
        #expect(CellText.wrap("one two three", to: 7) == ["one two", "three"])
        #expect(CellText.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
        #expect(CellText.wrap("a\n\nb", to: 4) == ["a", "", "b"])
        #expect(CellText.wrap("李小龙 x", to: 4) == ["李小", "龙 x"])
        #expect(CellText.wrap("", to: 4) == [""])
        #expect(CellText.wrap("aa bb  cc", to: 5) == ["aa bb", "cc"])
        #expect(CellText.wrap("one twothreefour", to: 6) == ["one", "twothr", "eefour"])
    }

    @Test func wrappedRowsAreNeverTooWide() {
        let text = "Zoé 李小龙 works  nights, and 👩‍💻 days; supercalifragilistic endings\n\nlast"
        for width in 2..<30 {
            for row in CellText.wrap(text, to: width) { #expect(CellText.width(row) <= width) }
        }
    }
}
