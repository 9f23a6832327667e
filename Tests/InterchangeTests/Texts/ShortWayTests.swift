import Foundation
import Testing

@testable import Interchange

/// Cells of plain ASCII are read by a shorter way; it has to say what the long one says.
@Suite struct ShortWayTests {
    @Test(arguments: [
        ("Nurse", "Nurse"), ("a  b", "a b"), (" a ", "a"), ("a < b > c", "a < b > c"), ("a &amp; b", "a & b"),
        ("<p>one</p><P class=x>two</P>", "one\n\ntwo"), ("<param>x", "<param>x"), ("<b", "<b"),
        ("1 <b and 2", "1 <b and 2"),
        ("<li>x<li>y", "- x\n- y"), ("-", ""), ("é  <br>è", "é\nè"),
    ])
    func texts(_ source: String, _ plain: String) { #expect(HTMLText.plain(source) == plain) }

    @Test(arguments: ["", " ", "Full-Time", "a  b!c", "C++", "3,5 ans", "\tx\n", "O'Brien", "UPPER lower 42"])
    func folding(_ text: String) {
        // An accent that folds away takes the long way.
        #expect(text.folded == String((text + " e\u{301}").folded.dropLast(1)).trimmed)
        #expect(text.trimmed == text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test func aListOfOneIsTheValueItself() {
        #expect(FieldValues.list("a@example.com", split: nil) == ["a@example.com"])
        #expect(FieldValues.list("  ", split: nil) == [])
        #expect(FieldValues.list("one; two, three", split: nil) == ["one", "two, three"])
    }
}
