import Storage

/// A server as somebody sees it who may make and remove databases.
public final class PostgresServer: Sendable {
    /// The address of a database to connect to while others are made, such as `postgres`.
    public let address: PostgresAddress
    private let options: PostgresOptions

    public init(_ address: PostgresAddress, options: PostgresOptions = PostgresOptions()) {
        self.address = address
        self.options = options
    }

    /// Makes a database, empty or like `template`, which nobody may use meanwhile. `name` may hold lower-case letters,
    /// digits and `_` only.
    public func makeDatabase(_ name: String, like template: String = "template0") throws -> PostgresAddress {
        try command("CREATE DATABASE \(try checked(name)) TEMPLATE \(try checked(template))")
        guard let made = address.database(name) else { throw StorageError.misuse("\(address) is not a usable address") }
        return made
    }

    /// Removes a database, if there is one, and ends the connections to it.
    public func removeDatabase(_ name: String) throws {
        try command("DROP DATABASE IF EXISTS \(try checked(name)) WITH (FORCE)")
    }

    /// Ends every connection of a database, as a restart of the server would.
    public func endConnections(of name: String) throws {
        try command(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = '\(try checked(name))' AND pid <> pg_backend_pid()
            """)
    }

    private func command(_ text: String) throws {
        let connection = try Connection(address, options)
        defer { connection.close() }
        try connection.command(text)
    }

    private func checked(_ name: String) throws(StorageError) -> String {
        guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
        else { throw .misuse("a name of a database may hold a-z, 0-9 and _ only: \(name)") }
        return name
    }
}
