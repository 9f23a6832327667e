import Domain
import Engine
import JSON
import Testing
import Workspace

/// The search index of a workspace whose rows were made one by one.
@Suite struct SearchDamageTests {
    private let place: Place

    init() throws {
        place = try Place()
        let workspace = try Workspace.create(at: place.location, options: Place.options) { engine in
            _ = try engine.createFirstSuperadmin(email: "maud@example.com", password: "correct horse battery staple")
        }
        defer { workspace.close() }
        let token = try workspace.openSession(email: "maud@example.com")
        for (first, last) in [("Anna", "Karénine"), ("Émile", "Zola"), ("Inès", "O’Neil-Ferrand")] {
            let made = workspace.engine.dispatch(
                "candidates.create",
                input: [
                    "first_name": .string(first), "last_name": .string(last), "current_title": "C++ & .NET developer",
                    "location": ["region": "Île-de-France", "city": "Paris"],
                ], as: .token(token))
            try #require(made.status == 201)
        }
        // One more and gone again.
        let gone = workspace.engine.dispatch(
            "candidates.create", input: ["first_name": "Peu", "last_name": "Durable"], as: .token(token))
        let deleted = workspace.engine.dispatch(
            "candidates.delete", input: ["candidate_id": gone.body["id"] ?? .null], as: .token(token))
        try #require(deleted.status < 300)
    }

    private func findings() -> [Finding] {
        Doctor.examine(Doctor.Request(location: place.location, environment: [:])).filter { $0.check == .search }
    }

    @Test func itMatchesTheRows() {
        #expect(findings().map(\.severity) == [.ok])
        #expect(findings().first?.what.english == "The 4 documents of the index match the rows.")
    }

    @Test(
        arguments: [
            ("DELETE FROM candidate_search WHERE rowid = 2", "candidate, row_no 2"),
            ("DELETE FROM profile_search WHERE rowid = 1", "candidate, row_no 1"),
            ("INSERT INTO profile_search (rowid, title) VALUES (7, 'ghost')", "candidate, row_no 7"),
            ("UPDATE profile_search SET title = 'cook' WHERE rowid = 1", "candidate, row_no 1"),
            ("UPDATE profile_search_content SET c0 = c0 || ' ghost' WHERE id = 1", "profile_search"),
            ("INSERT INTO job_search (rowid, title) VALUES (9000, 'ghost')", "job, row_no 9000"),
            ("UPDATE candidate SET deleted_at = 1 WHERE row_no = 3", "candidate, row_no 3"),
            ("UPDATE candidate_search_content SET c0 = c0 || ' ghost' WHERE id = 1", "candidate_search"),
            ("UPDATE candidate_search_content SET c0 = c0 || 's' WHERE id = 1", "candidate_search"),
        ] as [(String, String)])
    func damageIsNamed(statement: String, at place: String) throws {
        try RawDatabase.execute(statement, on: self.place.location)
        let found = findings()
        #expect(found.map(\.severity) == [.damage])
        #expect(found.first?.place == place)
        #expect(found.first?.remedy?.english.contains("--rebuild") == true)
    }
}
