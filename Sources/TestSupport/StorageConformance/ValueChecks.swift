import Domain
import Storage

extension StorageConformance {
    static let values = [
        StorageCheck("values come back as they went in") { fixture in
            let database = try fixture.open()
            let texts = ["", "é", "👩🏽‍💻 recruté", "O'Brien; -- \"x\" ?", String(repeating: "long ", count: 50_000)]
            for (number, text) in texts.enumerated() {
                try database.write { transaction in
                    try transaction.execute("INSERT INTO sample(id, words) VALUES (\(sampleID(number)), \(text))")
                }
                let found = try database.read { transaction in
                    try transaction.value("SELECT words FROM sample WHERE id = \(sampleID(number))", as: String.self)
                }
                try expectEqual(found, text)
            }
        },
        StorageCheck("whole numbers keep all 64 bits") { fixture in
            try roundTrip([0, 1, -1, Int64.max, Int64.min, 1 << 53 + 1], column: "whole", fixture)
        },
        StorageCheck("reals keep all their bits") { fixture in
            try roundTrip([0, 0.1, -1e-300, 1.7976931348623157e308, 3], column: "number", fixture)
        },
        StorageCheck("bytes keep their length and their zeros") { fixture in
            let large = [UInt8](repeating: 0xA5, count: 300_000)
            try roundTrip([[], [0], [0, 255, 0], [UInt8](0...255), large], column: "data", fixture)
        },
        StorageCheck("an identifier is sixteen bytes and compares by them") { fixture in
            let database = try fixture.open()
            let ids = [3, 1, 2].map(sampleID) + [Identifier(high: 0, low: 0), Identifier(high: .max, low: .max)]
            try database.write { transaction in
                for id in ids { try transaction.execute("INSERT INTO sample(id) VALUES (\(id))") }
            }
            let found = try database.read { transaction in
                try transaction.column("SELECT id FROM sample ORDER BY id", as: Identifier<Sample>.self)
            }
            try expectEqual(found, ids.sorted())
        },
        StorageCheck("NULL is NULL, and not an empty text or zero") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO sample(id, whole, number, words, data)
                    VALUES (\(sampleID(1)), \(Int?.none), \(Double?.none), \(String?.none), \([UInt8]?.none))
                    """)
                try transaction.execute("INSERT INTO sample(id, words) VALUES (\(sampleID(2)), \(""))")
            }
            let nulls = try database.read { transaction in
                try transaction.first("SELECT whole, number, words, data FROM sample WHERE id = \(sampleID(1))") {
                    [
                        try $0.next(Int?.self) == nil, try $0.next(Double?.self) == nil,
                        try $0.next(String?.self) == nil, try $0.next([UInt8]?.self) == nil,
                    ]
                }
            }
            try expectEqual(nulls, [true, true, true, true])
            let empty = try database.read { transaction in
                try transaction.column("SELECT id FROM sample WHERE words IS NULL", as: Identifier<Sample>.self)
            }
            try expectEqual(empty, [sampleID(1)])
        },
        StorageCheck("a column that is no identifier says so") { fixture in
            let database = try fixture.open()
            try database.write { try $0.execute("INSERT INTO sample(id, whole) VALUES (\(sampleID(1)), 7)") }
            let error = try storageError("identifier") {
                _ = try database.read { transaction in
                    try transaction.value("SELECT whole FROM sample", as: Identifier<Sample>.self)
                }
            }
            try expectEqual(error, .unexpectedValue(column: 0, expected: "an identifier"))
        },
    ]

    private static func roundTrip<Value: SQLCodable & Equatable & Sendable>(
        _ values: [Value], column: String, _ fixture: StorageFixture
    ) throws {
        let database = try fixture.open()
        let column = SQL(trusted: column)
        try database.write { transaction in
            for (number, value) in values.enumerated() {
                try transaction.execute("INSERT INTO sample(id, \(column)) VALUES (\(sampleID(number)), \(value))")
            }
        }
        let found = try database.read { transaction in
            try transaction.column("SELECT \(column) FROM sample ORDER BY id", as: Value.self)
        }
        try expectEqual(found, values)
    }
}
