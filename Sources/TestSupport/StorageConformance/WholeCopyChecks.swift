import Storage

extension StorageConformance {
    /// Copying a store into another one of the same kind; the tests of both kinds copy between them.
    static let wholeCopies = [
        StorageCheck("the tables of a store are known with their columns") { fixture in
            let tables = try open(searching: fixture).tables()
            try expectEqual(tables.map(\.name).sorted(), ["account", "counter", "note", "sample", "sync_meta"])
            let sample = tables.first { $0.name == "sample" }
            try expectEqual(sample?.columns.map(\.name), ["id", "whole", "number", "words", "data"])
            try expectEqual(sample?.columns[1...3].map(\.kind), [.integer, .real, .text])
        },
        StorageCheck("a store that is filled has the rows that came, and nothing of before") { fixture in
            let database = try open(searching: fixture)
            try addCounters(database, 3)
            let tables = try database.tables()
            try database.fill { filler in
                for table in tables where table.name == "note" {
                    try filler.insert(
                        [sampleID(5).sqlValue, sampleID(6).sqlValue, .integer(1), .null], into: table)
                }
                for table in tables where table.name == "account" {
                    try filler.insert([sampleID(6).sqlValue, .text("a\n\t\\N"), .null], into: table)
                }
                try filler.insert(9, contents: ["night nurse", "c++"], into: SampleSchema.search)
            }
            try expectEqual(try database.read(sum), 0)
            try expectEqual(
                try database.read { try $0.value("SELECT email FROM account", as: String.self) }, "a\n\t\\N")
            try expectEqual(try database.read { try keys(.word("engineer"), $0) }, [])
            try expectEqual(try database.read { try keys(.prefix("nurs", fields: ["title"]), $0) }, [9])
            try expectEqual(try database.integrityProblems(limit: 10), [])
            _ = try storageError("the rules are back") {
                try database.write { transaction in
                    _ = try transaction.execute(
                        "INSERT INTO note(id, account_id) VALUES (\(sampleID(7)), \(sampleID(8)))")
                }
            }
        },
        StorageCheck("a filling that breaks a reference is refused") { fixture in
            let database = try fixture.open()
            let tables = try database.tables()
            let error = try storageError("orphan") {
                try database.fill { filler in
                    for table in tables where table.name == "note" {
                        try filler.insert(
                            [sampleID(5).sqlValue, sampleID(6).sqlValue, .integer(1), .null], into: table)
                    }
                }
            }
            guard case .constraint(.foreignKey, _) = error else {
                throw StorageCheckFailure(description: "wanted a broken reference, found \(error)")
            }
        },
    ]
}
