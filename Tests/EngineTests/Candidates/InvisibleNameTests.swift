import JSON
import TestSupport
import Testing

/// A name has to show something: white space and characters that are drawn as nothing are none.
@Suite struct InvisibleNameTests {
    @Test(arguments: ["\u{200B}\u{200B}", " \u{2060}\u{FEFF} ", "\u{3164}", "\u{00AD}", "   "])
    func isRefused(name: String) throws {
        let world = try World()
        let answer = try world.call(
            "candidates.create", ["first_name": .string(name), "last_name": "Lefèvre"], as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == "first_name")
    }

    @Test(arguments: ["Zo\u{200D}é", "👩‍💻", "می‌خواهم"])
    func joinersInsideANameStay(name: String) throws {
        let world = try World()
        let answer = try world.call(
            "candidates.create", ["first_name": .string(name), "last_name": "Lefèvre"], as: .admin)
        #expect(answer.body["first_name"]?.stringValue == name)
    }
}
