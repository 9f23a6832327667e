import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// `shared_contact` is what the records have in common after each kind of write that gives or takes something, or
/// brings a record or takes it away.
@Suite struct SharedContactTests {
    /// Two records with the same number, page, name and employer.
    private func pair(_ board: Board) throws -> (String, String) {
        func one(_ email: String) throws -> String {
            let made = try board.call(
                "candidates.create",
                [
                    "first_name": "Zoé", "last_name": "Quéribus", "current_company": "Clinique Hélène",
                    "emails": [["value": .string(email)]], "phones": [["value": "+33 6 12 34 56 78"]],
                    "profiles": [["network": "linkedin", "url": "https://linkedin.com/in/zquer"]],
                ], as: .admin)
            return try #require(made["id"]?.stringValue)
        }
        return (try one("zoe@queribus.example"), try one("z.queribus@work.example"))
    }

    private static let all = ["phone", "profile", "name_and_employer"]

    /// What is shared, and what is kept of it is right.
    private func reasons(
        _ board: Board, _ more: JSONValue = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        try KeptFacts.check(board.world, sourceLocation: sourceLocation)
        let found = try board.call("candidates.duplicates", more, as: .admin)
        #expect(
            found["total"]?.integerValue == (found["data"]?.arrayValue?.count).map(Int64.init),
            sourceLocation: sourceLocation)
        return found["data"]?.arrayValue?.compactMap { $0["reason"]?.stringValue } ?? []
    }

    @Test func whatIsGivenAndTakenIsFollowed() throws {
        let board = try Board()
        let (first, second) = try pair(board)
        #expect(try reasons(board) == Self.all)
        func update(_ change: JSONValue) throws {
            try board.call("candidates.update", change.with(["candidate_id": .string(second)]), as: .admin)
        }
        try update(["phones": []])
        #expect(try reasons(board) == ["profile", "name_and_employer"])
        try update(["profiles": []])
        #expect(try reasons(board) == ["name_and_employer"])
        try update(["current_company": nil])
        #expect(try reasons(board) == [])
        try update(["current_company": "CLINIQUE  HELENE"])
        #expect(try reasons(board) == ["name_and_employer"])
        try update(["first_name": "Zoa"])
        #expect(try reasons(board) == [])
        try update(["first_name": "ZOE", "phones": [["value": "0033 612345678"]]])
        #expect(try reasons(board, ["candidate_id": .string(first)]) == ["phone", "name_and_employer"])
    }

    @Test func theTrashSharesNothing() throws {
        let board = try Board()
        let (_, second) = try pair(board)
        try board.call("candidates.delete", ["candidate_id": .string(second)], as: .admin)
        #expect(try reasons(board) == [])
        try board.call("trash.restore", ["type": "candidate", "row_id": .string(second)], as: .admin)
        #expect(try reasons(board) == Self.all)
    }

    @Test func mergedAndErasedRecordsShareNothing() throws {
        let board = try Board()
        let (first, second) = try pair(board)
        let merge = try board.call(
            "candidates.merge", ["keep_id": .string(first), "merge_id": .string(second)], as: .admin)
        #expect(try reasons(board) == [])
        try board.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(try reasons(board) == Self.all)
        let third = try board.candidate("Ana", "Un")
        try board.call(
            "candidates.update", ["candidate_id": .string(third), "phones": [["value": "+33612345678"]]], as: .admin)
        #expect(try reasons(board) == Self.all)
        try board.call(
            "candidates.anonymise",
            ["candidate_id": .string(second), "confirm": "Zoé Quéribus", "reason": "test"], as: .admin)
        #expect(try reasons(board) == ["phone"], "two of three still have it")
    }

    @Test func importsAreLookedThrough() throws {
        let board = try Board()
        _ = try board.call(
            "candidates.create",
            ["first_name": "Ana", "last_name": "Un", "current_company": "Nord"], as: .admin)
        func row(_ first: String, _ last: String, _ more: JSONValue = [:]) -> JSONValue {
            (["first_name": .string(first), "last_name": .string(last)] as JSONValue).with(more)
        }
        let done = try board.call(
            "candidates.bulkImport",
            [
                "rows": [
                    // One who is on file by its name, two of this batch, and two with a number that is not known
                    // to be of one country.
                    row("ANA", "Un", ["current_company": "nord", "emails": [["value": "ana@example.com"]]]),
                    row("Bea", "Deux", ["current_company": "Sud", "emails": [["value": "b@example.com"]]]),
                    row("Béa", "Deux", ["current_company": "sud", "emails": [["value": "bea@example.com"]]]),
                    row("Cleo", "Trois", ["phones": [["value": "06 11 11 11 11"]]]),
                    row("Clea", "Quatre", ["phones": [["value": "0611111111"]]]),
                    // A name that begins like an international number is nobody's number.
                    row("Plus", "+33", ["current_company": "Est", "emails": [["value": "p@example.com"]]]),
                    row("Plus", "+33", ["current_company": "Est", "emails": [["value": "q@example.com"]]]),
                ]
            ], as: .admin)
        #expect(done["created"] == 7, "\(done)")
        #expect(try reasons(board) == ["phone", "name_and_employer", "name_and_employer", "name_and_employer"])
        let again = try board.call(
            "candidates.bulkImport",
            ["rows": [row("Bea", "Deux", ["current_company": "Sud", "emails": [["value": "third@example.com"]]])]],
            as: .admin)
        #expect(again["created"] == 1)
        try KeptFacts.check(board.world)
    }

    /// A number that many have is counted no further than is of use, and comes back when few have it.
    @Test func manyShareNothing() throws {
        let board = try Board()
        let rows = (0..<24).map { number -> JSONValue in
            [
                "first_name": .string("P\(number)"), "last_name": "Test", "phones": [["value": "04 00 00 00 00"]],
                "emails": [["value": .string("p\(number)@example.com")]],
            ]
        }
        let done = try board.call("candidates.bulkImport", ["rows": .array(rows)], as: .admin)
        #expect(done["created"] == 24)
        func members() throws -> Int? {
            try board.world.database.read { try $0.value("SELECT members FROM shared_contact") }
        }
        #expect(try members() == 21)
        #expect(try reasons(board) == [])
        for row in done["results"]?.arrayValue?.prefix(4) ?? [] {
            try board.call("candidates.delete", ["candidate_id": row["id"] ?? .null], as: .admin)
        }
        #expect(try members() == 20)
        #expect(try reasons(board) == ["phone"])
    }

    @Test func pagesGoOnFromOneReasonToTheNext() throws {
        let board = try Board()
        for number in 0..<3 {
            for copy in ["a", "b"] {
                try board.call(
                    "candidates.create",
                    [
                        "first_name": .string("P\(number)"), "last_name": "Test", "current_company": "Nord",
                        "emails": [["value": .string("\(copy)\(number)@example.com")]],
                        "phones": [["value": .string("+3361234560\(2 - number)")]],
                    ], as: .admin)
            }
        }
        func values(_ page: Int, _ size: Int, _ more: JSONValue = [:]) throws -> [String] {
            let answer = try board.call(
                "candidates.duplicates",
                (["page": .integer(Int64(page)), "page_size": .integer(Int64(size))] as JSONValue).with(more),
                as: .consultant)
            #expect(answer["total"]?.integerValue == (more["reason"] == nil ? 6 : 3))
            for group in answer["data"]?.arrayValue ?? [] { #expect(group["candidates"]?.arrayValue?.count == 2) }
            return answer["data"]?.arrayValue?.compactMap { $0["value"]?.stringValue } ?? []
        }
        let phones = ["+33612345600", "+33612345601", "+33612345602"]
        let names = ["test p0, nord", "test p1, nord", "test p2, nord"]
        #expect(try values(1, 10) == phones + names)
        #expect(try values(1, 2) + values(2, 2) + values(3, 2) == phones + names)
        #expect(try values(2, 4) == Array(names.suffix(2)))
        #expect(try values(3, 4) == [])
        #expect(try values(1, 10, ["reason": "name_and_employer"]) == names)
    }

    @Test func anOlderWorkspaceIsFilledOnce() throws {
        let board = try Board()
        _ = try pair(board)
        let world = board.world
        try world.database.write { transaction in
            try transaction.execute("DELETE FROM shared_contact")
            try transaction.execute("DELETE FROM candidate_contact WHERE kind = 'name_and_employer'")
            try transaction.execute("DELETE FROM workspace_info WHERE key = 'shared_contacts'")
        }
        try Engine.supplement(world.database, with: world.engine.adapters)
        #expect(try reasons(board) == Self.all)
    }
}
