import Storage

/// An error of the checks' own.
struct Interruption: Error, Equatable {}

extension StorageConformance {
    static let transactions = [
        StorageCheck("what a write did is undone when it throws") { fixture in
            let database = try fixture.open()
            do {
                try database.write { transaction in
                    try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                    throw Interruption()
                }
            } catch is Interruption {}
            try expectEqual(try database.read(sum), 0)
        },
        StorageCheck("a savepoint that throws is undone alone, nested ones too") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                try transaction.savepoint {
                    try transaction.execute("INSERT INTO counter VALUES ('b', 10)")
                    try? transaction.savepoint {
                        try transaction.execute("INSERT INTO counter VALUES ('c', 100)")
                        throw Interruption()
                    }
                    try transaction.execute("INSERT INTO counter VALUES ('d', 1000)")
                }
                try? transaction.savepoint {
                    try transaction.savepoint { try transaction.execute("INSERT INTO counter VALUES ('e', 10000)") }
                    throw Interruption()
                }
            }
            try expectEqual(try database.read(sum), 1011)
        },
        StorageCheck("a statement that fails in a savepoint leaves the rest alone") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                try? transaction.savepoint {
                    try transaction.execute("INSERT INTO counter VALUES ('b', 10)")
                    try transaction.execute("INSERT INTO counter VALUES ('a', 100)")
                }
                try transaction.execute("INSERT INTO counter VALUES ('c', 1000)")
            }
            try expectEqual(try database.read(sum), 1001)
        },
        StorageCheck("a read inside a write of the same thread sees what the write did") { fixture in
            let database = try fixture.open()
            let seen = try database.write { transaction in
                try transaction.execute("INSERT INTO counter VALUES ('a', 7)")
                return try database.read(sum)
            }
            try expectEqual(seen, 7)
        },
        StorageCheck("a read inside a read shares its snapshot, however deep") { fixture in
            let database = try fixture.open()
            let other = try fixture.open()
            try addCounters(database, 3)
            let seen = try database.read { first in
                let before = try sum(first)
                try other.write { try $0.execute("UPDATE counter SET total = total + 50") }
                let after = try database.read { _ in
                    try database.read { _ in try database.read { _ in try database.read(sum) } }
                }
                return [before, after]
            }
            try expectEqual(seen, [6, 6])
        },
        StorageCheck("a write inside a transaction of the same thread is an error, not a standstill") { fixture in
            let database = try fixture.open()
            _ = try storageError("in a write") { try database.write { _ in try database.write { _ in } } }
            _ = try storageError("in a read") { try database.read { _ in try database.write { _ in } } }
            try addCounters(database, 1)
            try expectEqual(try database.read(sum), 1, "the database still works")
        },
        StorageCheck("a read transaction cannot write") { fixture in
            let database = try fixture.open()
            let error = try storageError("write in a read") {
                try database.read { transaction in
                    try expect(!transaction.isWritable, "is read-only")
                    _ = try transaction.execute("INSERT INTO counter VALUES ('a', 1)")
                }
            }
            try expectEqual(error, .readOnly)
        },
        StorageCheck("stopping a query early lets the transaction go on") { fixture in
            let database = try fixture.open()
            try addCounters(database, 9)
            try database.write { transaction in
                let first = try transaction.value("SELECT total FROM counter ORDER BY total DESC", as: Int.self)
                try expectEqual(first, 9)
                try? transaction.forEach("SELECT total FROM counter") { _ in throw Interruption() }
                try transaction.execute("UPDATE counter SET total = 0")
            }
            try expectEqual(try database.read(sum), 0)
        },
        StorageCheck("a closed database says so") { fixture in
            let database = try fixture.open()
            try database.close()
            _ = try storageError("read") { try database.read { _ in } }
            _ = try storageError("write") { try database.write { _ in } }
            try database.close()
        },
    ]

    static let clock = [
        StorageCheck("the clock takes one step a write transaction, and none unasked") { fixture in
            let database = try fixture.open()
            let first = try database.write { transaction in
                let clock = try transaction.clock()
                try expectEqual(try transaction.clock(), clock, "the same within a transaction")
                return clock
            }
            try addCounters(database, 2)
            try expectEqual(try database.write { try $0.clock() }, first + 1)
        },
        StorageCheck("a transaction that is undone moves no clock") { fixture in
            let database = try fixture.open()
            let first = try database.write { try $0.clock() }
            try? database.write { transaction in
                _ = try transaction.clock()
                throw Interruption()
            }
            try expectEqual(try database.write { try $0.clock() }, first + 1)
        },
        StorageCheck("a clock taken in a savepoint that is undone is taken again") { fixture in
            let database = try fixture.open()
            let first = try database.write { try $0.clock() }
            let (inside, after) = try database.write { transaction in
                var inside: Int64 = 0
                try? transaction.savepoint {
                    inside = try transaction.clock()
                    throw Interruption()
                }
                return (inside, try transaction.clock())
            }
            try expectEqual([inside, after], [first + 1, first + 1])
            try expectEqual(try database.write { try $0.clock() }, first + 2)
        },
        StorageCheck("a reader has no clock to take") { fixture in
            let database = try fixture.open()
            _ = try storageError("clock") { _ = try database.read { try $0.clock() } }
        },
    ]
}
