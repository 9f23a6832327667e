import Storage
import StoragePostgres
import TestSupport
import Testing

@Suite("PostgreSQL: connections", .enabled(if: TestServer.shared != nil, "RPLUS_TEST_DATABASE names no server"))
struct PostgresConnectionTests {
    private let server: TestServer
    private let made: TestDatabase

    init() throws {
        server = try #require(TestServer.shared)
        made = try server.makeDatabase([
            Migration(1, "counters", statements: ["CREATE TABLE counter(name {text} PRIMARY KEY, total {integer})"])
        ])
    }

    private func open(_ change: (inout PostgresOptions) -> Void = { _ in }) throws -> PostgresDatabase {
        var options = PostgresOptions()
        change(&options)
        return try PostgresDatabase(made.address, options: options)
    }

    @Test func `a read and a write after the server ended every connection are done as if nothing were`() throws {
        let database = try open()
        try database.write { _ = try $0.execute("INSERT INTO counter VALUES ('a', 1)") }
        _ = try database.read { try $0.exists("SELECT 1") }
        try server.server.endConnections(of: made.name)
        #expect(try database.read { try $0.value("SELECT total FROM counter", as: Int.self) } == 1)
        try database.write { _ = try $0.execute("UPDATE counter SET total = 2") }
        #expect(try database.read { try $0.value("SELECT total FROM counter", as: Int.self) } == 2)
    }

    @Test func `a write that loses its server half-way is an error, and nothing of it is kept`() throws {
        let database = try open()
        #expect {
            try database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                try server.server.endConnections(of: made.name)
                try transaction.execute("INSERT INTO counter VALUES ('b', 1)")
            }
        } throws: { error in
            guard case StorageError.unreachable = error else { return false }
            return true
        }
        #expect(try database.read { try $0.value("SELECT count(*) FROM counter", as: Int.self) } == 0)
    }

    @Test func `a commit that loses its server is told as uncertain`() throws {
        let database = try open()
        #expect {
            try database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                try server.server.endConnections(of: made.name)
            }
        } throws: { error in
            guard case StorageError.uncertain = error else { return false }
            return true
        }
    }

    @Test func `a read that has seen rows is not begun again unseen`() throws {
        let database = try open()
        try database.write { _ = try $0.execute("INSERT INTO counter VALUES ('a', 1)") }
        var rounds = 0
        #expect {
            try database.read { transaction in
                rounds += 1
                _ = try transaction.value("SELECT total FROM counter", as: Int.self)
                try server.server.endConnections(of: made.name)
                _ = try transaction.value("SELECT total FROM counter", as: Int.self)
            }
        } throws: { error in
            guard case StorageError.unreachable = error else { return false }
            return true
        }
        #expect(rounds == 1)
    }

    @Test func `a statement that takes too long is stopped`() throws {
        let database = try open { $0.statementTimeout = 50 }
        #expect {
            try database.read { _ = try $0.exists("SELECT pg_sleep(5)") }
        } throws: { error in
            guard case StorageError.tooLong = error else { return false }
            return true
        }
    }

    @Test func `a writer that does not come free in time is told as busy`() throws {
        let (here, there) = (try open(), try open { $0.busyTimeout = 50 })
        try here.write { _ in
            #expect(throws: StorageError.busy) { try there.write { _ in } }
        }
        try there.write { _ = try $0.execute("INSERT INTO counter VALUES ('after', 1)") }
    }

    @Test func `more readers than connections wait, and not for ever`() throws {
        let database = try open {
            $0.maximumReaders = 1
            $0.busyTimeout = 50
        }
        try database.read { _ in
            let other = OtherThread { try database.read { _ in } }
            #expect(other.failure as? StorageError == .busy)
        }
    }

    @Test func `an address that leads nowhere is told with what the server or the system says`() throws {
        let nowhere = try #require(PostgresAddress("postgres://nobody@/nothing?host=/nonexistent&connect_timeout=2"))
        #expect {
            _ = try PostgresDatabase(nowhere)
        } throws: { error in
            guard case StorageError.unreachable(let detail) = error else { return false }
            return !detail.isEmpty && !detail.contains("\n")
        }
    }

    @Test func `a statement is compiled once, and again for values of other types`() throws {
        let database = try open()
        let names = try database.write { transaction in
            for value: Int? in [nil, 1, nil, 2, 3] {
                try transaction.execute(
                    "INSERT INTO counter VALUES (\("\(value ?? 0) \(transaction.changeCount)"), \(value))")
            }
            return try transaction.column("SELECT statement FROM pg_prepared_statements", as: String.self)
        }
        #expect(names == ["INSERT INTO counter VALUES ($1, $2)"])
        #expect(try database.read { try $0.value("SELECT count(*) FROM counter", as: Int.self) } == 5)
    }

    @Test func `sums and averages of whole numbers are read`() throws {
        let database = try open()
        let (sum, average, negative) = try database.read { transaction in
            (
                try transaction.value(
                    "SELECT sum(n) FROM (VALUES (9007199254740993::bigint), (7)) v(n)", as: Int64.self),
                try transaction.value("SELECT avg(n) FROM (VALUES (1::bigint), (2)) v(n)", as: Double.self),
                try transaction.value("SELECT sum(n) FROM (VALUES (-12345678::bigint), (-1)) v(n)", as: Int64.self)
            )
        }
        #expect(sum == 9_007_199_254_741_000)
        #expect(average == 1.5)
        #expect(negative == -12_345_679)
    }
}
