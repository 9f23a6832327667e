import Domain
import JSON
import Testing

@testable import Commands

@Suite struct AnswerTextTests {
    private func lines(_ body: JSONValue, _ language: Language = .english, columns: Int? = 60) throws -> [String] {
        var context = try Desk().context(
            output: MemoryOutput(columns: columns), errors: MemoryOutput(), environment: ["NO_COLOR": "1"])
        context.language = language
        return AnswerText(context).lines(body)
    }

    private let person: JSONValue = [
        "id": "0190", "first_name": "Zoé", "location": ["city": "Lyon", "region": nil], "tags": ["bloc", "nuit"],
        "emails": [["value": "zoe@example.com", "type": "work"], ["value": "z@example.org"]], "can_email": true,
        "summary": "Seven years in an operating theatre, five of them\nas the team's reference nurse.", "empty": [],
    ]

    @Test func oneThingIsNamesAndValues() throws {
        #expect(
            try lines(person) == [
                "id             0190", "first_name     Zoé", "location.city  Lyon", "tags           bloc, nuit",
                "emails",
                "  value            type", "  zoe@example.com  work", "  z@example.org", "can_email      yes",
                "summary        Seven years in an operating theatre, five of",
                "               them", "               as the team's reference nurse.",
            ])
        #expect(try lines(["can_email": true], .french) == ["can_email  oui"])
    }

    @Test func aListIsATableThatFits() throws {
        let body: JSONValue = [
            "data": [
                ["id": "1", "title": "Menuisier poseur", "created_at": "2026-11-01", "status": "open"],
                ["id": "2", "title": "Infirmière de bloc opératoire", "status": "draft", "note": nil],
            ], "page": 1, "page_size": 25, "total": 1_234, "pages": 50,
        ]
        #expect(
            try lines(body) == [
                "id  title                          status  created_at",
                "1   Menuisier poseur               open    2026-11-01", "2   Infirmière de bloc opératoire  draft",
                "page 1 of 50, 1,234 in all",
            ])
        let narrow = try lines(body, .french, columns: 30)
        #expect(narrow.last == "page 1 sur 50, 1\u{202F}234 au total")
        #expect(narrow.allSatisfy { $0.count <= 34 })
        #expect(narrow[0] == "id  title")
    }

    @Test func nothingInAnAnswerActsOnTheTerminal() throws {
        let found = try lines(["name": "a\u{1B}[31mb\u{202E}c\r\nd", "list": [["x": "\u{07}\u{9B}2J"]]])
        let scalars = found.joined().unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
    }

    @Test func coloursAreForTerminalsThatWantThem() throws {
        let desk = try Desk()
        func paint(_ columns: Int?, _ environment: [String: String]) -> String {
            desk.context(output: MemoryOutput(columns: columns), errors: MemoryOutput(), environment: environment)
                .paint.good("x")
        }
        #expect(paint(80, ["TERM": "xterm"]) == "\u{1B}[32mx\u{1B}[0m")
        #expect(paint(nil, ["TERM": "xterm"]) == "x")
        #expect(paint(80, ["TERM": "xterm", "NO_COLOR": "1"]) == "x")
        #expect(paint(80, ["TERM": "dumb"]) == "x")
        #expect(paint(80, ["TERM": "xterm", "NO_COLOR": ""]) == "\u{1B}[32mx\u{1B}[0m")
    }

    @Test func aProblemNamesItsFields() {
        let body: JSONValue = [
            "title": "Non valide", "detail": "La saisie n’est pas valide : title.",
            "errors": [["field": "title", "code": "required", "message": "ce champ est obligatoire"]],
        ]
        #expect(
            ProblemText.lines(body, .french) == [
                "rplus: Non valide : La saisie n’est pas valide : title.", "  title : ce champ est obligatoire",
            ])
    }
}
