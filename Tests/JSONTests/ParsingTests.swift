import TestSupport
import Testing

@testable import JSON

@Suite struct ParsingTests {
    static let documents: [(String, JSONValue)] = [
        ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("-12", -12),
        ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5", 1.5), ("1e3", .number(1000)),
        ("-2.5E-2", -0.025), ("1.0", .number(1)), ("\"\"", ""), ("[]", []), ("{}", [:]), ("[1, [2],\n3]", [1, [2], 3]),
        ("{\"a\":{\"b\":[]},\"c\":null}", ["a": ["b": []], "c": nil]),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"), (#""\u00e9\u20AC\ud83d\ude00""#, "é€😀"), ("\"é😀\"", "é😀"),
        (#""\u0000""#, "\0"), (#""a\nb\u00e9c""#, "a\nbéc"),
    ]

    @Test(arguments: documents)
    func reads(text: String, value: JSONValue) throws { #expect(try JSONValue(parsing: text) == value) }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "1e400", "NaN", "Infinity",
        "0x10",
        "\"", "\"a", "\"\\", "\"\\u12\"", "\"\\x\"", "\"\t\"", "'a'", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{",
        "{\"a\"",
        "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:2}", "1 2", "[]]", "{}x", "// c\n1", "[1]//",
        #""\ud800""#, #""\udc00""#, #""\ud800\u0041""#, #""\ud800x""#, #""\ud800\ud800""#, "\u{FEFF}1",
    ])
    func refuses(text: String) { #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) } }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xE0, 0x80, 0x80],
        ] as [[UInt8]])
    func refusesTextThatIsNotUTF8(bytes: [UInt8]) throws {
        let quote = UInt8(ascii: "\"")
        for prefix in [Array("ab".utf8), Array("a\\nbé".utf8)] {
            let error = #expect(throws: JSONSyntaxError.self) {
                try JSONValue(parsing: [quote] + prefix + bytes + [quote])
            }
            #expect(error?.offset == prefix.count + 1)
        }
    }

    @Test func saysWhereTheFaultIs() throws {
        let error = try #require(throws: JSONSyntaxError.self) { try JSONValue(parsing: "{\n \"é\": x}") }
        #expect((error.line, error.column, error.offset) == (2, 7, 9))
        #expect("\(error)" == "line 2, column 7: a value must start here")
    }

    @Test func boundsTheDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONValue(parsing: nested(128))
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(129)) }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: String(repeating: "[{\"a\":", count: 100_000)) }
        _ = try JSONValue(parsing: nested(3), maximumDepth: 3)
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(4), maximumDepth: 3) }
    }

    @Test func theLastOfTwoMembersOfOneNameWins() throws {
        let value = try JSONValue(parsing: #"{"a": 1, "b": 2, "a": 3}"#)
        #expect(value.serialized() == #"{"a":3,"b":2}"#)
    }

    /// Quadratic work would take minutes here.
    @Test func readsHugeInput() throws {
        let object = "{" + (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",") + "}"
        let text = "[\(object),\"\(String(repeating: "x", count: 5_000_000))\"]"
        let value = try withProcessorLimit { try JSONValue(parsing: text) }
        #expect(value[0]?.objectValue?.count == 100_000)
        #expect(value[0]?["key77777"] == 77_777)
        #expect(value[1]?.stringValue?.utf8.count == 5_000_000)
    }
}
