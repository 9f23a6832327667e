import Domain
import Storage

extension StorageConformance {
    static let statements = [
        StorageCheck("ON CONFLICT DO UPDATE changes the row that is there") { fixture in
            let database = try fixture.open()
            let total = try database.write { transaction in
                for amount in [2, 3, 5] {
                    try transaction.execute(
                        """
                        INSERT INTO counter(name, total) VALUES ('a', \(amount))
                        ON CONFLICT (name) DO UPDATE SET total = counter.total + excluded.total
                        """)
                }
                return try transaction.value("SELECT total FROM counter WHERE name = 'a'", as: Int.self)
            }
            try expectEqual(total, 10)
        },
        StorageCheck("an insertion binds its values, and no fewer than its columns") { fixture in
            let database = try fixture.open()
            let insertion = Insertion(into: "counter", "name, total")
            let hostile = "'); DELETE FROM counter; --"
            let totals = try database.write { transaction in
                for (name, total) in [("a", 1), (hostile, 2)] {
                    try transaction.enqueue(
                        insertion.row { row in
                            row.add(name)
                            row.add(total)
                        })
                }
                return try transaction.column("SELECT total FROM counter ORDER BY total", as: Int.self)
            }
            try expectEqual(totals, [1, 2])
            _ = try storageError("a value is missing") {
                try database.write { transaction in try transaction.enqueue(insertion.row { $0.add("b") }) }
            }
        },
        StorageCheck("rows that wait are all written, however many they are") { fixture in
            let database = try fixture.open()
            let insertion = Insertion(into: "counter", "name, total")
            for count in [0, 1, 49, 50, 51, 123] {
                let sum = try database.write { transaction in
                    var rows = WaitingRows(insertion, in: transaction)
                    for number in 0..<count {
                        try rows.add { row in
                            row.add("\(count)/\(number)")
                            row.add(number)
                        }
                    }
                    try rows.finish()
                    return try transaction.value(
                        "SELECT COALESCE(sum(total), 0) FROM counter WHERE name LIKE \("\(count)/%")", as: Int.self)
                }
                try expectEqual(sum, count * (count - 1) / 2)
            }
            let error = try storageError("a row lacks a value") {
                try database.write { transaction in
                    var rows = WaitingRows(insertion, in: transaction)
                    try rows.add { $0.add("a") }
                }
            }
            try expect("\(error)".contains("2 columns, but 1 values"), "it says what is missing: \(error)")
        },
        StorageCheck("RETURNING gives the new values, even when only the first row is read") { fixture in
            let database = try fixture.open()
            try addCounters(database, 3)
            let first = try database.write { transaction in
                try transaction.value("UPDATE counter SET total = total + 100 RETURNING total", as: Int.self)
            }
            try expect((first ?? 0) > 100, "the new total")
            let changed = try database.read { transaction in
                try transaction.value("SELECT count(*) FROM counter WHERE total > 100", as: Int.self)
            }
            try expectEqual(changed, 3, "all rows are changed")
        },
        StorageCheck("common table expressions, also recursive") { fixture in
            let sum = try fixture.open().read { transaction in
                try transaction.value(
                    """
                    WITH RECURSIVE step(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 10)
                    SELECT sum(n) FROM step
                    """, as: Int.self)
            }
            try expectEqual(sum, 55)
        },
        StorageCheck("window functions") { fixture in
            let database = try fixture.open()
            try addCounters(database, 4)
            let ranks = try database.read { transaction in
                try transaction.column(
                    "SELECT row_number() OVER (ORDER BY total DESC) FROM counter ORDER BY name", as: Int.self)
            }
            try expectEqual(ranks, [4, 3, 2, 1])
        },
        StorageCheck("NULLS FIRST and NULLS LAST are obeyed") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                for (number, value) in [nil, 2, 1].enumerated() {
                    try transaction.execute("INSERT INTO sample(id, whole) VALUES (\(sampleID(number)), \(value))")
                }
            }
            let (last, first) = try database.read { transaction in
                (
                    try transaction.column("SELECT whole FROM sample ORDER BY whole NULLS LAST", as: Int?.self),
                    try transaction.column("SELECT whole FROM sample ORDER BY whole DESC NULLS FIRST", as: Int?.self)
                )
            }
            try expectEqual(last, [1, 2, nil])
            try expectEqual(first, [nil, 2, 1])
        },
        StorageCheck("IN lists, also empty and long ones") { fixture in
            let database = try fixture.open()
            try addCounters(database, 5)
            let counts = try database.read { transaction in
                try [[], [1], [2, 4], Array(1...2_000)].map { (numbers: [Int]) in
                    try transaction.value("SELECT count(*) FROM counter WHERE total IN \(list: numbers)", as: Int.self)
                }
            }
            try expectEqual(counts, [0, 1, 2, 5])
        },
        StorageCheck("execute answers how many rows it changed") { fixture in
            let database = try fixture.open()
            try addCounters(database, 5)
            let counts = try database.write { transaction in
                [
                    try transaction.execute("UPDATE counter SET total = 0 WHERE total > 2"),
                    try transaction.execute("DELETE FROM counter WHERE total = 0"),
                    try transaction.execute("DELETE FROM counter WHERE total = 77"),
                    try transaction.execute("INSERT INTO counter SELECT 'x', 1"),
                ]
            }
            try expectEqual(counts, [3, 3, 0, 1])
        },
        StorageCheck("text compares by bytes") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                for name in ["b", "a", "Z", "é", "aa"] {
                    try transaction.execute("INSERT INTO counter(name, total) VALUES (\(name), 0)")
                }
            }
            let names = try database.read { try $0.column("SELECT name FROM counter ORDER BY name", as: String.self) }
            try expectEqual(names, ["Z", "a", "aa", "b", "é"])
        },
        StorageCheck("a query may run inside the same query") { fixture in
            let database = try fixture.open()
            try addCounters(database, 3)
            var pairs = 0
            try database.read { transaction in
                let query: SQL = "SELECT total FROM counter ORDER BY total"
                try transaction.forEach(query) { outer in
                    try transaction.forEach(query) { inner in
                        if inner.integer(0) <= outer.integer(0) { pairs += 1 }
                        return true
                    }
                    return true
                }
            }
            try expectEqual(pairs, 6)
        },
    ]

    /// Counters `a`, `b`, … with totals 1, 2, ….
    static func addCounters(_ database: any Database, _ count: Int) throws {
        try database.write { transaction in
            for number in 1...count {
                let name = String(UnicodeScalar(UInt8(96 + number)))
                try transaction.execute("INSERT INTO counter(name, total) VALUES (\(name), \(number))")
            }
        }
    }

    /// The sum of all counters.
    static func sum(_ transaction: any Transaction) throws -> Int {
        try transaction.value("SELECT coalesce(sum(total), 0) FROM counter", as: Int.self) ?? -1
    }
}
