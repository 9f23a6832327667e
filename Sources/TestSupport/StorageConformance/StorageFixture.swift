import Domain
import Storage

/// Where one check works: a store of its own that was empty before.
public struct StorageFixture: Sendable {
    /// Opens the store. Each call stands for another process.
    public let makeDatabase: @Sendable () throws -> any Database
    /// Opens a copy that `Database.backup` made.
    public let openBackup: @Sendable (_ path: String) throws -> any Database
    /// A folder that only this check uses.
    public let folder: String

    public init(
        folder: String, makeDatabase: @escaping @Sendable () throws -> any Database,
        openBackup: @escaping @Sendable (_ path: String) throws -> any Database
    ) {
        self.folder = folder
        self.makeDatabase = makeDatabase
        self.openBackup = openBackup
    }

    /// Opens the store with the tables of `SampleSchema`.
    func open() throws -> any Database {
        let database = try makeDatabase()
        try database.migrate(SampleSchema.migrations) { _ in }
        return database
    }
}

/// The tables that the checks use.
enum SampleSchema {
    static let search = SearchCollection("note_search", fields: ["title", "body"])

    static let migrations = [
        Migration(
            1, "samples",
            statements: [
                "CREATE TABLE sample(id {id} PRIMARY KEY, whole {integer}, number {real}, words {text}, data {bytes})",
                """
                CREATE TABLE account(
                    id {id} PRIMARY KEY, email {text} NOT NULL UNIQUE, age {integer} CHECK (age >= 0))
                """,
                """
                CREATE TABLE note(
                    id {id} PRIMARY KEY, account_id {id} NOT NULL REFERENCES account(id), position {integer},
                    row_seq {integer})
                """,
                "CREATE TABLE counter(name {text} PRIMARY KEY, total {integer} NOT NULL)",
            ],
            searchCollections: [search])
    ]
}

enum Sample {}

/// A steady identifier for the tests.
func sampleID(_ number: Int) -> Identifier<Sample> {
    Identifier(high: 0x0190_b7a0_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(number))
}
