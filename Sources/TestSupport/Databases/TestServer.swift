import Foundation
import Storage
import StoragePostgres
import Synchronization

/// The PostgreSQL server that tests run on when `RPLUS_TEST_DATABASE` gives its address (`scripts/with-postgres`).
///
/// Migrations run once in a process for each schema; other databases are made like the one that they made. Since
/// that copies every table and index, databases are used again: their rows are removed after a test.
public final class TestServer: Sendable {
    /// `nil` where tests run on SQLite.
    public static let shared: TestServer? = {
        guard let text = ProcessInfo.processInfo.environment["RPLUS_TEST_DATABASE"], !text.isEmpty else { return nil }
        guard let address = PostgresAddress(text) else {
            fatalError(
                "RPLUS_TEST_DATABASE is no address of a PostgreSQL server, such as postgres://user@host/postgres")
        }
        atexit { TestServer.shared?.clear() }
        return TestServer(PostgresServer(address))
    }()

    /// An open database that has a schema and no rows.
    struct Ready {
        let made: TestDatabase
        let database: PostgresDatabase
        var uses = 0
    }

    /// Dead rows pile up, so a database is not used for ever.
    private static let mostUses = 60

    public let server: PostgresServer
    private let numbers = Atomic<Int>(0)
    /// Databases that wait for the next test, by the schema that they have.
    private let ready = Mutex<[String: [Ready]]>([:])
    /// Databases that nobody uses but to make others like them, by the schema that they have.
    private let templates = Mutex<[String: TestDatabase]>([:])

    private init(_ server: PostgresServer) { self.server = server }

    /// Makes a database with nothing in it.
    public func makeDatabase() throws -> TestDatabase { try makeDatabase(like: "template0") }

    private func makeDatabase(like template: String) throws -> TestDatabase {
        let number = numbers.add(1, ordering: .relaxed).newValue
        let name = "rplus_test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        return TestDatabase(name: name, address: try server.makeDatabase(name, like: template), server: server)
    }

    /// Makes a database with the schema of `migrations`.
    public func makeDatabase(_ migrations: [Migration]) throws -> TestDatabase {
        let template = try templates.withLock { templates in
            let key = Self.key(migrations)
            if let known = templates[key] { return known }
            let made = try makeDatabase()
            let database = try PostgresDatabase(made.address)
            // A database that somebody is connected to cannot be copied.
            defer { try? database.close() }
            try database.migrate(migrations) { _ in }
            templates[key] = made
            return made
        }
        return try makeDatabase(like: template.name)
    }

    /// Takes a database with the schema of `migrations`. Give it back with `put`.
    func take(_ migrations: [Migration], options: PostgresOptions) throws -> Ready {
        if let known = ready.withLock({ $0[Self.key(migrations)]?.popLast() }) { return known }
        let made = try makeDatabase(migrations)
        let database = try PostgresDatabase(made.address, options: options)
        // It has them all; from now on it knows them, too.
        try database.migrate(migrations) { _ in }
        return Ready(made: made, database: database)
    }

    /// Takes a database back. One that cannot be emptied is thrown away.
    func put(_ used: Ready, _ migrations: [Migration]) {
        var used = used
        used.uses += 1
        guard used.uses < Self.mostUses, (try? used.database.removeRows()) != nil else {
            try? used.database.close()
            return
        }
        ready.withLock { $0[Self.key(migrations), default: []].append(used) }
    }

    /// Removes the databases that wait.
    private func clear() {
        for known in ready.withLock({ ready in
            defer { ready = [:] }
            return ready.values.flatMap(\.self)
        }) {
            try? known.database.close()
        }
        templates.withLock { $0 = [:] }
    }

    static func key(_ migrations: [Migration]) -> String {
        migrations.map { "\($0.number) \($0.statements.joined())" }.joined(separator: "\n")
    }
}

/// A database that is gone when nobody refers to it any more.
public final class TestDatabase: Sendable {
    public let name: String
    public let address: PostgresAddress
    private let server: PostgresServer

    init(name: String, address: PostgresAddress, server: PostgresServer) {
        self.name = name
        self.address = address
        self.server = server
    }

    deinit { try? server.removeDatabase(name) }
}
