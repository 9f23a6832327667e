import Storage
import TestSupport
import Testing

@testable import Engine

/// An import asks who has the addresses of its rows once a batch. It must not go through everybody's, which takes longer
/// with every batch.
@Suite(.enabled(if: TestServer.shared == nil, "it reads plans of SQLite")) struct ImportPlanTests {
    /// What SQLite knows of the index of contacts: nothing, that they are few, or that they are many.
    @Test(arguments: [nil, "300 100 1 1", "2 1 1 1", "100000 33334 1 1"] as [String?])
    func ownersAreLookedUp(_ statistics: String?) throws {
        let world = try World()
        if let statistics {
            try world.database.write { transaction in
                try transaction.execute("ANALYZE")
                try transaction.execute(
                    """
                    INSERT INTO sqlite_stat1 (tbl, idx, stat)
                    VALUES ('candidate_contact', 'sqlite_autoindex_candidate_contact_1', \(statistics)),
                    ('candidate_contact', 'candidate_contact_candidate', '300 3')
                    """)
                try transaction.execute("ANALYZE sqlite_schema")
            }
        }
        let query = CandidateImport.owners(of: "email", (0..<100).map { "somebody\($0)@example.com" })
        let plan: [String] = try world.database.read { transaction in
            try transaction.all("EXPLAIN QUERY PLAN \(query)") { columns in
                columns.skip(3)
                return try columns.next(String.self)
            }
        }
        #expect(!plan.isEmpty)
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }
}
