import Storage

extension StorageConformance {
    private static let second = Migration(
        2, "labels", statements: ["CREATE TABLE label(id {id} PRIMARY KEY, name {text} DEFAULT '{text}s')"])

    static let migrations = [
        StorageCheck("migrations are applied once, in order") { fixture in
            let database = try fixture.makeDatabase()
            try expectEqual(try database.schemaVersion(), 0)
            try expectEqual(try database.migrate(SampleSchema.migrations) { _ in }, [1])
            try expectEqual(try database.schemaVersion(), 1)
            try expectEqual(try database.migrate(SampleSchema.migrations + [second]) { _ in }, [2])
            try expectEqual(try database.migrate(SampleSchema.migrations + [second]) { _ in }, [])
            try expectEqual(try database.schemaVersion(), 2)
        },
        StorageCheck("beforeChange runs once, and not on an empty store") { fixture in
            let database = try fixture.makeDatabase()
            var calls: [Int] = []
            try database.migrate(SampleSchema.migrations) { calls.append($0) }
            try expectEqual(calls, [])
            try database.migrate(SampleSchema.migrations + [second]) { calls.append($0) }
            try expectEqual(calls, [1])
        },
        StorageCheck("a store made by a newer program is refused") { fixture in
            let database = try fixture.makeDatabase()
            try database.migrate(SampleSchema.migrations + [second]) { _ in }
            let error = try storageError("newer") { try database.migrate(SampleSchema.migrations) { _ in } }
            try expectEqual(error, .newerSchema(found: 2, known: 1))
        },
        StorageCheck("a migration that fails leaves nothing behind") { fixture in
            let database = try fixture.makeDatabase()
            let broken = Migration(
                2, "broken", statements: ["CREATE TABLE half(id {id} PRIMARY KEY)", "CREATE TABLE half(id {id})"])
            _ = try storageError("broken") {
                try database.migrate(SampleSchema.migrations + [broken]) { _ in }
            }
            try expectEqual(try database.schemaVersion(), 1, "the one before stays")
            try expectEqual(try database.migrate(SampleSchema.migrations + [second]) { _ in }, [2])
            _ = try storageError("half") { _ = try database.read { try $0.exists("SELECT 1 FROM half") } }
        },
        StorageCheck("a migration that breaks a reference is refused") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.execute("INSERT INTO account(id, email) VALUES (\(sampleID(1)), 'a@b')")
                try transaction.execute("INSERT INTO note(id, account_id) VALUES (\(sampleID(2)), \(sampleID(1)))")
            }
            let broken = Migration(2, "orphans", statements: ["DELETE FROM account"])
            let error = try storageError("orphans") {
                try database.migrate(SampleSchema.migrations + [broken]) { _ in }
            }
            guard case .constraint(.foreignKey, _) = error else {
                throw StorageCheckFailure(description: "wanted a broken reference, found \(error)")
            }
            try expectEqual(try database.read { try $0.value("SELECT count(*) FROM account", as: Int.self) }, 1)
        },
    ]

    static let errors = [
        constraint("two rows with the same unique value", .unique) { transaction in
            for number in 1...2 {
                try transaction.execute("INSERT INTO account(id, email) VALUES (\(sampleID(number)), 'a@b')")
            }
        },
        constraint("two rows with the same key", .unique) { transaction in
            for number in 1...2 {
                try transaction.execute("INSERT INTO account(id, email) VALUES (\(sampleID(1)), \("\(number)"))")
            }
        },
        constraint("a reference to nothing", .foreignKey) { transaction in
            try transaction.execute("INSERT INTO note(id, account_id) VALUES (\(sampleID(1)), \(sampleID(9)))")
        },
        constraint("a missing value", .notNull) { transaction in
            try transaction.execute("INSERT INTO account(id, email) VALUES (\(sampleID(1)), NULL)")
        },
        constraint("a value out of its range", .check) { transaction in
            try transaction.execute("INSERT INTO account(id, email, age) VALUES (\(sampleID(1)), 'a', -1)")
        },
        StorageCheck("a mistake in SQL is an error with the database's words") { fixture in
            let database = try fixture.open()
            guard case .other(_, let detail) = try storageError("no such table", { try database.read(nonsense) }) else {
                throw StorageCheckFailure(description: "wanted another kind of error")
            }
            try expect(detail.contains("nonsense"), "names the table: \(detail)")
        },
    ]

    @Sendable private static func nonsense(_ transaction: any Transaction) throws {
        _ = try transaction.exists("SELECT 1 FROM nonsense")
    }

    private static func constraint(
        _ name: String, _ wanted: StorageError.Constraint, _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) -> StorageCheck {
        StorageCheck("refused: \(name)") { fixture in
            let database = try fixture.open()
            let error = try storageError(name) { try database.write(body) }
            guard case .constraint(wanted, _) = error else {
                throw StorageCheckFailure(description: "\(name): found \(error)")
            }
        }
    }
}
