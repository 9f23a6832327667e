import Engine
import Storage
import Synchronization
import TestSupport
import Testing

/// What large loads are made of.
@Suite struct LoadingTests {
    private struct Broken: Error {}

    private func indexes(_ world: World) throws -> Set<String> {
        try world.database.read { transaction in
            // The indexes of PRIMARY KEY and UNIQUE have no text of their own, or come from a constraint.
            Set(
                try transaction.column(
                    TestServer.shared == nil
                        ? "SELECT name || ' ' || sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                        : """
                        SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                        WHERE c.relnamespace = current_schema()::regnamespace AND c.relname NOT LIKE '%search_words'
                        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype <> 'f')
                        """))
        }
    }

    @Test func tablesThatHaveGrownAreLookedAtAgain() throws {
        let world = try World(people: false)
        func number(_ rows: Int) throws -> Bool {
            try world.database.write { transaction in
                try transaction.execute("DELETE FROM row_number")
                try transaction.execute("INSERT INTO row_number (table_name, last) VALUES ('job', \(rows))")
            }
            return try PlannerStatistics.refreshIfGrown(in: world.database)
        }
        #expect(try !number(999))
        #expect(try number(1_000))
        #expect(try !number(1_000))
        #expect(try !number(3_999))
        #expect(try number(4_000))
    }

    @Test func indexesAreTheSameAfterwards() throws {
        let world = try World(people: false)
        let before = try indexes(world)
        let during = try EngineSchema.withoutIndexes(in: world.database) { try indexes(world) }
        #expect(try indexes(world) == before)
        #expect(during.isStrictSubset(of: before))
        #expect(during.allSatisfy { $0.contains("UNIQUE") })
    }

    @Test func indexesComeBackAfterAnError() throws {
        let world = try World(people: false)
        let before = try indexes(world)
        #expect(throws: Broken.self) {
            try EngineSchema.withoutIndexes(in: world.database) { throw Broken() }
        }
        #expect(try indexes(world) == before)
    }

    @Test func piecesComeInOrder() throws {
        var used: [Int] = []
        try Overlap.run {
            $0 < 50 ? $0 * 2 : nil
        } use: {
            used.append($0)
        }
        #expect(used == (0..<50).map { $0 * 2 })
    }

    @Test func anErrorOfEitherSideEndsIt() throws {
        var used = 0
        #expect(throws: Broken.self) {
            try Overlap.run { number -> Int? in
                if number == 3 { throw Broken() }
                return number
            } use: { _ in
                used += 1
            }
        }
        #expect(used == 3)
        let made = Mutex(0)
        #expect(throws: Broken.self) {
            try Overlap.run { number -> Int? in
                made.withLock { $0 += 1 }
                return number
            } use: { _ in
                throw Broken()
            }
        }
        #expect(made.withLock { $0 } < 5)
    }
}
