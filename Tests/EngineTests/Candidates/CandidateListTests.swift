import Engine
import JSON
import TestSupport
import Testing

/// Lists, orders and searches for those who see everything.
@Suite struct CandidateListTests {
    @Test func newestFirstWithPagesAndCursor() throws {
        let world = try World()
        var ids: [String] = []
        for number in 0..<7 {
            ids.insert(try world.candidate("A", "Number\(number)"), at: 0)
            if number.isMultiple(of: 2) { world.clock.advance(minutes: 1) }
        }
        let first = try world.call("candidates.list", ["page_size": 3], as: .admin)
        #expect(first.ids == Array(ids[0..<3]))
        #expect(first.body["total"] == 7)
        #expect(first.body["pages"] == 3)
        let cursor = try #require(first.body["next_cursor"])
        let second = try world.call("candidates.list", ["page_size": 3, "cursor": cursor], as: .admin)
        #expect(second.ids == Array(ids[3..<6]))
        let third = try world.call("candidates.list", ["page_size": 3, "page": 3], as: .admin)
        #expect(third.ids == [ids[6]])
        #expect(third.body["next_cursor"] == nil)
        let foreign = try world.call(
            "candidates.list", ["cursor": cursor, "sort_by": "name"], as: .admin)
        #expect(foreign.status == 422)
        #expect(try world.call("candidates.list", ["cursor": cursor, "q": "number1"], as: .admin).status == 422)
    }

    @Test func byNameFollowsTheAlphabetNotTheAccents() throws {
        let world = try World()
        let zoe = try world.candidate("Zoé", "Abel")
        let emile = try world.candidate("Émile", "Zola")
        let eve = try world.candidate("Eve", "Zola")
        #expect(try world.found(["sort_by": "name"], as: .consultant) == [zoe, emile, eve])
        #expect(
            try world.found(["sort_by": "name", "sort_order": "desc"], as: .consultant) == [eve, emile, zoe])
        #expect(try world.found(["sort_by": "name", "q": "zola"], as: .consultant) == [emile, eve])
    }

    /// Many rows are met on a walk in the list's order, a few are sorted; nobody may notice which it was.
    @Test func manyAndFewComeInTheSameOrder() throws {
        let world = try World()
        for batch in 0..<8 {
            let rows = (0..<800).map { number -> JSONValue in
                let name = String(10_000 + (batch * 800 + number) * 9 % 6_400)
                let address = "a\(name)@example.com"
                return [
                    "first_name": "A", "last_name": .string(name), "emails": [["value": .string(address)]],
                    "status": number.isMultiple(of: 100) ? "passive" : "active",
                ]
            }
            let answer = try world.call("candidates.bulkImport", ["rows": .array(rows)], as: .admin)
            #expect(answer.body["created"] == 800)
        }
        for (status, total) in [("active", 6_336), ("passive", 64)] {
            for order in ["asc", "desc"] {
                let answer = try world.call(
                    "candidates.list",
                    ["status": .string(status), "sort_by": "name", "sort_order": .string(order), "page_size": 200],
                    as: .consultant)
                let names = (answer.body["data"]?.arrayValue ?? []).compactMap { $0["last_name"]?.stringValue }
                #expect(names.count == min(200, total))
                #expect(names == (order == "asc" ? names.sorted() : names.sorted(by: >)))
                #expect(answer.body["total"] == .integer(Int64(total)))
                #expect(answer.body["data"]?.arrayValue?.allSatisfy { $0["status"] == .string(status) } == true)
            }
        }
    }

    @Test func whoHasASkillAndIsStillThere() throws {
        let world = try World()
        let rows = ["A", "B", "C"].map { name -> JSONValue in
            ["first_name": "X", "last_name": .string(name), "skills": name == "C" ? ["Nursing"] : ["Triage"]]
        }
        let made = try world.call("candidates.bulkImport", ["rows": .array(rows)], as: .admin)
        let ids = (made.body["results"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
        let skills = try world.call("skills.list", ["q": "triage"], as: .admin)
        let skill = try #require(skills.ids.first)
        let both = try world.call("candidates.list", ["skill_id": .string(skill), "page_size": 1], as: .consultant)
        #expect(both.body["total"] == 2)
        #expect(both.body["total_exact"] != false)
        #expect(try world.call("candidates.delete", ["candidate_id": .string(ids[0])], as: .admin).isSuccess)
        let one = try world.call("candidates.list", ["skill_id": .string(skill), "page_size": 1], as: .consultant)
        #expect(one.body["total"] == 1)
        #expect(one.ids == [ids[1]])
    }

    @Test func filtersOfStaff() throws {
        let world = try World()
        let lyon = try world.candidate("A", "A", ["location": ["country_code": "FR"], "status": "passive"])
        let rome = try world.candidate("B", "B", ["location": ["country_code": "IT"]])
        #expect(try world.found(["country_code": "fr"], as: .admin) == [lyon])
        #expect(try world.found(["status": "active"], as: .admin) == [rome])
        #expect(try world.found(["status": "placed"], as: .admin).isEmpty)
        #expect(try world.call("candidates.list", ["colour": "red"], as: .admin).status == 422)
    }

    @Test func listsShowTheFiveBestSkills() throws {
        let world = try World()
        let id = try world.candidate("A", "A")
        let skills = (1...7).map { number -> JSONValue in
            ["name": .string("Skill \(number)"), "level": .integer(Int64(min(number, 5)))]
        }
        _ = try world.call(
            "candidates.skills.set", ["candidate_id": .string(id), "skills": .array(skills)], as: .admin)
        let answer = try world.call("candidates.list", as: .admin)
        let names = answer.body["data"]?[0]?["skills"]?.arrayValue?.compactMap { $0["name"]?.stringValue }
        #expect(names == ["Skill 5", "Skill 6", "Skill 7", "Skill 4", "Skill 3"])
        let one = try world.call("candidates.get", ["candidate_id": .string(id)], as: .admin)
        #expect(one.body["skills"]?.arrayValue?.count == 7)
    }

    @Test func searchWordsOfTheField() throws {
        let world = try World()
        let cpp = try world.candidate("Ada", "Pluss", ["headline": "C++ and R&D"])
        let sharp = try world.candidate("Bob", "Sharp", ["headline": "C# on .NET"])
        let helene = try world.candidate("Hélène", "Œuvrard", ["headline": "Data analyst, Saint-Étienne"])
        let table: [(String, [String])] = [
            ("c++", [cpp]), ("C#", [sharp]), (".net", [sharp]), ("r&d", [cpp]), ("helene", [helene]),
            ("HÉLÈNE oeuvrard", [helene]), ("oeuv*", [helene]), ("\"data analyst\"", [helene]),
            ("\"analyst data\"", []), ("saint-etienne", [helene]), ("c++ OR c#", [sharp, cpp]),
            ("(c++ OR c#) NOT ada", [sharp]), ("name:ada", [cpp]), ("nom:bob", [sharp]), ("title:c#", []),
            ("c", []), ("ada bob", []), ("“data analyst”", [helene]),
        ]
        for (words, expected) in table { #expect(try world.found(words) == expected, "\(words)") }
        #expect(try world.found(["q": "helene oeuv", "as_you_type": true], as: .admin) == [helene])
        #expect(try world.found(["q": "helene oeuv"], as: .admin).isEmpty)
        #expect(try world.found(["q": "(ada AND \"c", "as_you_type": true], as: .admin) == [cpp])
        #expect(try world.found(["q": "---", "as_you_type": true], as: .admin).isEmpty)
        let refused = try world.call("candidates.list", ["q": "ada AND"], as: .admin)
        #expect(refused.status == 422)
        #expect(refused.fields == ["q"])
        try world.speakFrench(.admin)
        let french = try world.call("candidates.list", ["q": "colour:red"], as: .admin)
        #expect(french.body["errors"]?[0]?["message"]?.stringValue?.contains("pas de champ") == true)
    }
}
