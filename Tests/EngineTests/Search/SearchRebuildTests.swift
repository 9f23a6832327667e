import Engine
import JSON
import Storage
import TestSupport
import Testing

/// The index made anew from the rows is the one that the operations have written.
@Suite struct SearchRebuildTests {
    @Test func itIsTheSameAsBefore() throws {
        let board = try Board()
        let job = try board.job("Infirmier de bloc")
        let imported = try board.call(
            "candidates.bulkImport",
            [
                "rows": [
                    [
                        "first_name": "Zoé", "last_name": "Œuvrard", "emails": [["value": "zoe@example.com"]],
                        "location": ["city": "Lyon", "country_code": "FR"], "skills": ["C++", "Triage"],
                        "experience": [["name": "Clinique", "position": "Infirmière", "start_date": "2019-03"]],
                        "education": [["institution": "Lyon 1", "study_type": "Licence", "courses": ["Anatomie"]]],
                    ]
                ]
            ], as: .admin)
        let zoe = try #require(imported["results"]?.arrayValue?.first?["id"]?.stringValue)
        try board.attachCV(zoe)
        try board.bring(board.sourced(zoe, job), to: .interview)
        let gone = try board.candidate("Marc", "Absent")
        try board.call("candidates.delete", ["candidate_id": .string(gone)], as: .admin)

        let before = try documents(board.world)
        try damage(board.world)
        var steps: [Int] = []
        try EngineSearch.rebuild(in: board.world.database) { done, total in
            #expect(done <= total)
            steps.append(done)
        }
        #expect(try documents(board.world) == before)
        #expect(before.count == 12)
        // Two candidates, a job, an application, and the accounts of the world.
        #expect(steps == [2, 3, 4, 12])
    }

    /// Migration 10 empties the index of applications; the next opening fills it, and none after that.
    @Test func theIndexOfApplicationsIsFilledOnce() throws {
        let board = try Board()
        for name in ["Zoé", "Léa"] {
            _ = try board.sourced(try board.candidate(name, "Martin"), try board.job("Cook \(name)"))
        }
        let before = try documents(board.world)
        func forget() throws {
            try board.world.database.write { transaction in
                for key in [Int64(1), 2] { try transaction.search.remove(key, from: EngineSchema.applicationSearch) }
            }
        }
        try forget()
        try EngineSearch.fillApplicationsOnce(in: board.world.database)
        #expect(try documents(board.world).count == before.count - 2)
        try board.world.database.write { transaction in
            _ = try transaction.execute("DELETE FROM workspace_info WHERE key = 'application_documents'")
        }
        try EngineSearch.fillApplicationsOnce(in: board.world.database)
        #expect(try documents(board.world) == before)
    }

    /// Migration 12 makes a place for what profiles show; the next opening fills it from the whole documents, none
    /// after that, and every change of a profile is in both from then on.
    @Test func theIndexOfProfilesIsFilledOnce() throws {
        let world = try World()
        let rows: [JSONValue] = ["Nurse", "Cook"].enumerated().map { number, title in
            [
                "first_name": "Zoé", "last_name": "Martin", "current_title": .string(title), "skills": ["Triage"],
                "emails": [["value": .string("zoe\(number)@example.com")]],
            ]
        }
        let imported = try world.call("candidates.bulkImport", ["rows": .array(rows)], as: .admin)
        let zoe = try #require(imported.body["results"]?.arrayValue?.first?["id"]?.stringValue)
        let update: JSONValue = ["candidate_id": .string(zoe), "current_title": "Midwife"]
        #expect(try world.call("candidates.update", update, as: .admin).status == 200)
        let before = try documents(world)
        #expect(before.contains(["1", "midwife", "triage", ""]))
        func find(_ query: SearchQuery) throws -> [Int64] {
            try world.database.read { transaction in
                let match = transaction.search.match(query, in: EngineSchema.profileSearch)
                return try transaction.column("SELECT \(match.key) FROM \(match.table) WHERE \(match.condition)")
            }
        }
        #expect(try find(.word("midwife")) == [1])
        #expect(try find(.word("nurse")).isEmpty)
        #expect(try find(.word("martin")).isEmpty)

        func forget() throws {
            try world.database.write { transaction in
                for key in [Int64(1), 2] { try transaction.search.remove(key, from: EngineSchema.profileSearch) }
            }
        }
        try forget()
        try EngineSearch.fillExcerptsOnce(in: world.database)
        #expect(try documents(world).count == before.count - 2)
        try world.database.write { transaction in
            _ = try transaction.execute("DELETE FROM workspace_info WHERE key = 'profile_search'")
        }
        try EngineSearch.fillExcerptsOnce(in: world.database)
        #expect(try documents(world) == before)
    }

    /// Every document, the words of a field in order of their letters.
    private func documents(_ world: World) throws -> [[String]] {
        try world.database.read { transaction in
            var documents: [[String]] = []
            for collection in [
                EngineSchema.candidateSearch, EngineSchema.profileSearch, EngineSchema.jobSearch,
                EngineSchema.applicationSearch, EngineSchema.userSearch,
            ] {
                var found: [(key: Int64, contents: [String])] = []
                try transaction.search.forEachDocument(in: collection) { found.append(($0, $1)) }
                for document in found.sorted(by: { $0.key < $1.key }) {
                    documents.append(
                        ["\(document.key)"]
                            + document.contents.map { $0.split(separator: " ").sorted().joined(separator: " ") })
                }
            }
            return documents
        }
    }

    /// A document lost, one with wrong words, and one of a row that is gone.
    private func damage(_ world: World) throws {
        try world.database.write { transaction in
            try transaction.search.remove(1, from: EngineSchema.applicationSearch)
            try transaction.search.replace(
                1, in: EngineSchema.candidateSearch, contents: ["wrong", "wrong", "wrong", "wrong", "wrong"])
            try transaction.search.replace(2, in: EngineSchema.candidateSearch, contents: ["marc", "", "", "", ""])
            try transaction.search.remove(1, from: EngineSchema.profileSearch)
            try transaction.search.replace(2, in: EngineSchema.profileSearch, contents: ["cook", "", ""])
            try transaction.search.remove(1, from: EngineSchema.jobSearch)
            try transaction.search.remove(1, from: EngineSchema.userSearch)
        }
    }
}
