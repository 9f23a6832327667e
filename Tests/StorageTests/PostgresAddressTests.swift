import StoragePostgres
import Testing

@Suite("PostgreSQL: addresses")
struct PostgresAddressTests {
    @Test(arguments: [
        ("postgres://ann:se%40cret@host:5433/work?sslmode=require", "postgres://ann@host:5433/work"),
        ("postgresql://host/work", "postgresql://host/work"),
        ("postgres:///work?host=/run&password=secret", "postgres:///work"),
    ])
    func `what is shown holds no password`(_ text: String, _ shown: String) throws {
        #expect(try #require(PostgresAddress(text)).description == shown)
    }

    @Test(arguments: ["", "work", "/tmp/work", "mysql://host/work", "postgres://host/a b", "postgres://host/a\n"])
    func `anything else is no address`(_ text: String) { #expect(PostgresAddress(text) == nil) }

    @Test func `another database of the same server keeps the rest`() throws {
        let address = try #require(PostgresAddress("postgres://ann:x@host/work?sslmode=require"))
        #expect(address.database("other")?.uri == "postgres://ann:x@host/other?sslmode=require")
        #expect(address.name == "work")
        #expect(PostgresAddress("postgres://host")?.database("other")?.uri == "postgres://host/other")
    }
}
