import Glibc
import Testing

@testable import Terminal

/// The C library, which ncurses asks, and our table must agree, or a row shifts.
@Suite struct LibraryWidthTests {
    @Test func agreesWithTheCLibrary() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        var differences: [String] = []
        for value in UInt32(0x20)..<0x3_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let measured = SafeWidth.measured(value)
            guard measured > 0, scalar.properties.generalCategory != .unassigned else { continue }
            let ours = CellText.width(Character(scalar))
            if ours != measured { differences.append("\(String(value, radix: 16)): \(ours) \(measured)") }
        }
        #expect(differences.isEmpty, "\(differences)")
    }
}
