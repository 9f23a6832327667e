import Storage

extension StorageConformance {
    /// Statements that may go to the server together.
    static let sending = [
        StorageCheck("statements that are enqueued are done in their order, and before what comes after") { fixture in
            let database = try open(searching: fixture)
            try database.write { transaction in
                for number in 1...300 {
                    try transaction.enqueue("INSERT INTO counter VALUES (\("n\(number)"), \(number))")
                }
                try expectEqual(try transaction.value("SELECT count(*) FROM counter", as: Int.self), 300)
                try transaction.enqueue("UPDATE counter SET total = 0 WHERE name = 'n300'")
                try transaction.enqueue("UPDATE counter SET total = total + 7 WHERE name = 'n300'")
                try expectEqual(try transaction.execute("UPDATE counter SET total = total + 1 WHERE total = 7"), 2)
                try transaction.enqueue("DELETE FROM counter WHERE total > 8")
            }
            try expectEqual(try database.read(sum), 1 + 2 + 3 + 4 + 5 + 6 + 8 + 8 + 8)
        },
        StorageCheck("an error of what is enqueued is thrown at the latest at the end, and nothing is kept") {
            fixture in
            let database = try fixture.open()
            let error = try storageError("twice the same") {
                try database.write { transaction in
                    for name in ["a", "b", "a", "c"] {
                        try transaction.enqueue("INSERT INTO counter VALUES (\(name), 1)")
                    }
                }
            }
            guard case .constraint(.unique, _) = error else {
                throw StorageCheckFailure(description: "wanted a row that is there twice, found \(error)")
            }
            try expectEqual(try database.read(sum), 0)
            try database.write { try $0.enqueue("INSERT INTO counter VALUES ('a', 5)") }
            try expectEqual(try database.read(sum), 5)
        },
        StorageCheck("a savepoint keeps or undoes what was enqueued in it") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.enqueue("INSERT INTO counter VALUES ('before', 1)")
                do {
                    try transaction.savepoint {
                        try transaction.enqueue("INSERT INTO counter VALUES ('undone', 2)")
                        throw Interruption()
                    }
                } catch is Interruption {}
                let error = try storageError("twice the same") {
                    try transaction.savepoint {
                        try transaction.enqueue("INSERT INTO counter VALUES ('undone', 4)")
                        try transaction.enqueue("INSERT INTO counter VALUES ('before', 8)")
                    }
                }
                guard case .constraint(.unique, _) = error else {
                    throw StorageCheckFailure(description: "wanted a row that is there twice, found \(error)")
                }
                try transaction.savepoint { try transaction.enqueue("INSERT INTO counter VALUES ('kept', 16)") }
                let before = transaction.changeCount
                try transaction.enqueue("INSERT INTO counter VALUES ('after', 32)")
                try expect(transaction.changeCount != before, "what was enqueued counts as a change")
            }
            try expectEqual(try database.read(sum), 49)
        },
        StorageCheck("nothing can be enqueued by a reader") { fixture in
            let database = try fixture.open()
            let error = try storageError("a reader") {
                try database.read { try $0.enqueue("INSERT INTO counter VALUES ('a', 1)") }
            }
            try expectEqual(error, .readOnly)
        },
        StorageCheck("a database tells how large it is") { fixture in
            let database = try fixture.open()
            let before = try database.measurements()
            try database.write { transaction in
                for number in 0..<200 {
                    try transaction.enqueue(
                        """
                        INSERT INTO sample(id, data)
                        VALUES (\(sampleID(number)), \((0..<900).map { UInt8(truncatingIfNeeded: $0 &* number) }))
                        """)
                }
            }
            let after = try database.measurements()
            try expect(["SQLite ", "PostgreSQL "].contains { after.product.hasPrefix($0) }, after.product)
            try expect(after.bytes > before.bytes, "the database grows with its rows")
            let (old, new) = (before.tableBytes["sample"] ?? 0, after.tableBytes["sample"] ?? 0)
            try expect(new >= old + 150_000, "the table grows with its rows: \(old), \(new)")
            try expect(after.tableBytes["counter"] ?? 0 < 100_000, "each table is measured by itself")
        },
    ]
}
