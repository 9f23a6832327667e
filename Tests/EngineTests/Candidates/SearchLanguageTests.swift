import Engine
import Storage
import TestSupport
import Testing

/// The search language by itself.
@Suite struct SearchLanguageTests {
    private let language = SearchLanguage(fields: ["name": ["name"], "city": ["region", "text"]])

    private static let table: [(String, SearchQuery)] = [
        ("java", .word("java")),
        ("Java  developer", .all([.word("java"), .word("developer")])),
        ("java AND developer", .all([.word("java"), .word("developer")])),
        ("java and developer", .all([.word("java"), .word("and"), .word("developer")])),
        ("java OR kotlin swift", .any([.word("java"), .all([.word("kotlin"), .word("swift")])])),
        ("(java OR kotlin) swift", .all([.any([.word("java"), .word("kotlin")]), .word("swift")])),
        ("java NOT junior", .except(.word("java"), .word("junior"))),
        ("NOT junior java", .except(.word("java"), .word("junior"))),
        ("java NOT (junior OR trainee)", .except(.word("java"), .any([.word("junior"), .word("trainee")]))),
        ("java NOT NOT junior", .all([.word("java"), .word("junior")])),
        ("java NOT a NOT b", .except(.word("java"), .any([.word("a"), .word("b")]))),
        ("\"senior developer\"", .phrase(["senior", "developer"])),
        ("« ingénieur réseau »", .phrase(["ingenieur", "reseau"])),
        ("jean-pierre", .phrase(["jean", "pierre"])),
        ("dev*", .prefix("dev")),
        ("jean-pi*", .all([.word("jean"), .prefix("pi")])),
        ("name:dupont", .word("dupont", fields: ["name"])),
        ("NAME:dupont", .word("dupont", fields: ["name"])),
        ("name: dupont", .word("dupont", fields: ["name"])),
        ("city:lyo*", .prefix("lyo", fields: ["region", "text"])),
        ("name:\"le gall\"", .phrase(["le", "gall"], fields: ["name"])),
        ("name:(anne OR anna)", .any([.word("anne", fields: ["name"]), .word("anna", fields: ["name"])])),
        ("C++", .word("cplusplus")), ("c# .NET", .all([.word("csharp"), .word("dotnet")])), ("R&D", .word("randd")),
        ("Hélène", .word("helene")), ("10:30", .phrase(["10", "30"])),
        ("https://example.com", .phrase(["https", "example", "com"])),
        ("java --", .word("java")), ("李", .word("李")),
    ]

    @Test func whatIsUnderstood() throws {
        for (text, expected) in Self.table {
            #expect(try language.parse(text) == expected, "\(text)")
        }
    }

    @Test func whatIsRefusedAndWhere() throws {
        let table: [(String, Int)] = [
            ("\"open", 1), ("java (kotlin", 6), ("java)", 5), ("java AND", 6), ("AND java", 1), ("java OR", 6),
            ("OR java", 1), ("NOT java", 1), ("java OR NOT kotlin", 1), ("java NOT", 6), ("colour:red", 1),
            ("java name:", 6), ("---", 1), ("*", 1), ("()", 1), ("java AND AND kotlin", 10), ("name:NOT x", 6),
        ]
        for (text, place) in table {
            do {
                let query = try language.parse(text)
                Issue.record("\(text) was understood as \(query)")
            } catch {
                #expect(error.kind == .invalid, "\(text)")
                let message = error.errors.first?.message ?? ""
                #expect(message.hasPrefix("character \(place)") || place > text.count, "\(text): \(message)")
                #expect(error.errors.first?.parameters["french"]?.hasPrefix("caractère") == true)
            }
        }
    }

    @Test func limitsHold() throws {
        let many = (1...33).map { "w\($0)" }.joined(separator: " ")
        #expect(throws: Problem.self) { try language.parse(many) }
        let deep = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200)
        #expect(throws: Problem.self) { try language.parse(deep) }
        let nots = String(repeating: "NOT ", count: 120) + "a"
        #expect(throws: Problem.self) { try language.parse(nots) }
        let most = (1...32).map { "w\($0)" }.joined(separator: " ")
        #expect(throws: Never.self) { try language.parse(most) }
    }

    @Test func typingIsForgiven() throws {
        let table: [(String, SearchQuery)] = [
            ("jav", .prefix("jav")), ("java dev", .all([.word("java"), .prefix("dev")])), ("java ", .word("java")),
            ("java AND", .word("java")), ("java AND (ko", .all([.word("java"), .prefix("ko")])),
            ("\"senior dev", .all([.word("senior"), .prefix("dev")])), ("name:dup", .prefix("dup", fields: ["name"])),
            ("name:", .nothing), ("(", .nothing), (")", .nothing), ("NOT a", .nothing), ("---", .nothing),
            ("c+", .prefix("cplus")), ("colour:red", .all([.word("colour"), .prefix("red")])),
            ("java OR", .word("java")), ("java NOT", .word("java")),
            ("java) kot", .all([.word("java"), .prefix("kot")])),
        ]
        for (text, expected) in table {
            #expect(try language.parse(text, asYouType: true) == expected, "\(text)")
        }
    }

    @Test func noTextCrashesIt() throws {
        // Every text of up to five pieces out of these, forgiven and not.
        let pieces = ["(", ")", "\"", "AND", "OR", "NOT", "name:", "a", "*", "-"]
        var texts = [""]
        for _ in 0..<4 { texts = texts.flatMap { text in [text] + pieces.map { text + " " + $0 } } }
        for text in Set(texts) {
            _ = try? language.parse(text)
            #expect(throws: Never.self) { try language.parse(text, asYouType: true) }
        }
    }

    @Test func restrictingLeavesOnlyTheAllowedFields() throws {
        let query = try language.parse("java name:dupont OR (city:lyon NOT secret)")
        let expected = SearchQuery.any([
            .all([.word("java", fields: ["text"]), .nothing]),
            .except(.word("lyon", fields: ["text"]), .word("secret", fields: ["text"])),
        ])
        #expect(query.restricted(to: ["text"]) == expected)
    }
}
