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
        #expect(before.count == 11)
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

    /// Every document, the words of a field in order of their letters.
    private func documents(_ world: World) throws -> [[String]] {
        try world.database.read { transaction in
            var documents: [[String]] = []
            for collection in [
                EngineSchema.candidateSearch, EngineSchema.jobSearch, EngineSchema.applicationSearch,
                EngineSchema.userSearch,
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
            try transaction.search.remove(1, from: EngineSchema.jobSearch)
            try transaction.search.remove(1, from: EngineSchema.userSearch)
        }
    }
}
