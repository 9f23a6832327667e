import Foundation
import Storage
import StoragePostgres
import Synchronization

/// The PostgreSQL server that tests run on when `RPLUS_TEST_DATABASE` gives its address (`scripts/with-postgres`).
public final class TestServer: Sendable {
    /// `nil` where tests run on SQLite.
    public static let shared: TestServer? = {
        guard let text = ProcessInfo.processInfo.environment["RPLUS_TEST_DATABASE"], !text.isEmpty else { return nil }
        guard let address = PostgresAddress(text) else {
            fatalError(
                "RPLUS_TEST_DATABASE is no address of a PostgreSQL server, such as postgres://user@host/postgres")
        }
        return TestServer(PostgresServer(address))
    }()

    public let server: PostgresServer
    private let numbers = Atomic<Int>(0)
    /// A database with the schema of some migrations, by their numbers and names, to make others like it.
    private let templates = Mutex<[String: String]>([:])

    private init(_ server: PostgresServer) {
        self.server = server
    }

    /// Makes a database with nothing in it.
    public func makeDatabase() throws -> TestDatabase {
        let name = newName()
        return TestDatabase(name: name, address: try server.makeDatabase(name), server: server)
    }

    /// Makes a database with the schema of `migrations`.
    public func makeDatabase(_ migrations: [Migration]) throws -> TestDatabase {
        let key = migrations.map { "\($0.number) \($0.name) \($0.statements.count)" }.joined(separator: "\n")
        let template = try templates.withLock { templates in
            if let known = templates[key] { return known }
            let name = newName()
            let database = try PostgresDatabase(try server.makeDatabase(name))
            try database.migrate(migrations) { _ in }
            try database.close()
            templates[key] = name
            return name
        }
        let name = newName()
        return TestDatabase(name: name, address: try server.makeDatabase(name, like: template), server: server)
    }

    private func newName() -> String {
        let number = numbers.add(1, ordering: .relaxed).newValue
        return "rplus_test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
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
