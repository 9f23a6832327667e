import Testing

@testable import JSON

@Suite struct SerializingTests {
    static let texts: [(JSONValue, String)] = [
        (JSONValue.null, "null"), ([true, false], "[true,false]"), (.integer(.min), "-9223372036854775808"),
        (.integer(.max), "9223372036854775807"), (0, "0"), (1.5, "1.5"), (.number(.nan), "null"),
        (.number(-.infinity), "null"), (["b": 1, "a": [:]], #"{"b":1,"a":{}}"#),
        ("\"\\/\u{08}\u{0C}\n\r\t", #""\"\\/\b\f\n\r\t""#), ("\0\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
        ("\u{80}\u{9B}\u{A0}", "\"\\u0080\\u009b\u{A0}\""), ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
        ("é€😀\u{2027}", "\"é€😀\u{2027}\""),
    ]

    @Test(arguments: texts)
    func writes(value: JSONValue, text: String) { #expect(value.serialized() == text) }

    @Test func indents() {
        let value: JSONValue = ["a": [1, ["b": nil]], "c": [], "d": [:]]
        #expect(
            value.serialized(pretty: true) == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": [],
                  "d": {}
                }
                """)
    }

    @Test func appends() {
        var bytes = Array("data: ".utf8)
        JSONValue.array([1]).serialize(into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "data: [1]")
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var generator = Seeded(state: 42)
        for _ in 0..<2_000 {
            let value = random(&generator, depth: 4)
            #expect(try JSONValue(parsing: value.serialized()) == value)
            #expect(try JSONValue(parsing: value.serialized(pretty: true)) == value)
        }
    }

    private func random(_ generator: inout Seeded, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int64(bitPattern: generator.next()))
        case 3:
            let number = Double(bitPattern: generator.next())
            return .number(number.isFinite ? number : 0.1)
        case 4: return .string(randomText(&generator))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(&generator, depth: depth - 1) })
        default:
            let members = (0..<Int.random(in: 0..<25, using: &generator)).map { _ in
                (randomText(&generator), random(&generator, depth: 0))
            }
            return .object(JSONObject(members))
        }
    }

    private func randomText(_ generator: inout Seeded) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0..<20, using: &generator) {
            let highest: UInt32 = Bool.random(using: &generator) ? 0x100 : 0x10FFFF
            text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0...highest, using: &generator)) ?? "x")
        }
        return text
    }
}

/// A small random source that gives the same values in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
