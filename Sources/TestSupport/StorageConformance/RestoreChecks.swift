import Dispatch
import Glibc
import Storage
import Synchronization

extension StorageConformance {
    /// Putting a copy in the place of what there is, while others have the store open.
    static let restoring = [
        StorageCheck("a copy is put back for everybody who has the store open") { fixture in
            let (here, there) = (try open(searching: fixture), try fixture.open())
            try setBoth(to: 3, in: here)
            try here.backup(to: fixture.folder + "/copy")
            try setBoth(to: 8, in: there)
            try there.write { try $0.search.remove(2, from: SampleSchema.search) }
            let before = try there.read(moment)
            try here.restore(from: fixture.folder + "/copy")
            for database in [here, there] {
                try expectEqual(try database.read(both), [3, 3])
                try expectEqual(try database.read { try keys(.word("engineer"), $0) }, [4, 2, 1])
                try expectEqual(try database.schemaVersion(), 1)
            }
            let after = try there.read(moment)
            try expect(after.clock > before.clock, "the clock goes on")
            try expect(after.epoch != before.epoch, "the epoch is a new one")
            try setBoth(to: 4, in: there)
            try setBoth(to: 5, in: here)
            try expectEqual(try there.read(both), [5, 5])
            try expectEqual(try here.integrityProblems(limit: 10), [])
            _ = try storageError("the rules are there") {
                try there.write { transaction in
                    _ = try transaction.execute(
                        "INSERT INTO note(id, account_id) VALUES (\(sampleID(7)), \(sampleID(8)))")
                }
            }
            // The copy itself stays as it was, and can be put back again.
            try here.restore(from: fixture.folder + "/copy")
            try expectEqual(try there.read(both), [3, 3])
        },
        StorageCheck("who reads while a copy is put back sees all of the old or all of the new") { fixture in
            let (here, there) = (try fixture.open(), try fixture.open())
            try setBoth(to: 0, in: here)
            try here.backup(to: fixture.folder + "/copy")
            let isDone = Atomic(false)
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 3) { worker in
                do {
                    if worker == 0 {
                        for _ in 0..<4 {
                            try setBoth(to: 7, in: here)
                            try here.restore(from: fixture.folder + "/copy")
                        }
                        isDone.store(true, ordering: .releasing)
                    }
                    while worker > 0 && !isDone.load(ordering: .acquiring) {
                        let seen = try there.read { transaction in
                            let first = try number(in: "counter", transaction)
                            usleep(worker == 1 ? 0 : 15_000)
                            return [first, try number(in: "sample", transaction)]
                        }
                        try expect(seen[0] == seen[1], "a reader saw a mixture: \(seen)")
                    }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                    isDone.store(true, ordering: .releasing)
                }
            }
            try expectEqual(failures.withLock { $0 }, [])
            try expectEqual(try there.read(both), [0, 0])
        },
        StorageCheck("what is no copy is refused, and everything stays") { fixture in
            let database = try fixture.open()
            try setBoth(to: 2, in: database)
            let path = fixture.folder + "/nonsense"
            guard let file = fopen(path, "w") else { throw StorageCheckFailure(description: "no file could be made") }
            for _ in 0..<400 { fputs("this is no database\n", file) }
            fclose(file)
            _ = try storageError("nonsense") { try database.restore(from: path) }
            try expectEqual(try database.read(both), [2, 2])
            try setBoth(to: 3, in: database)
        },
    ]

    /// Writes the same number into two tables.
    private static func setBoth(to number: Int, in database: any Database) throws {
        try database.write { transaction in
            _ = try transaction.clock()
            try transaction.execute("DELETE FROM sample")
            try transaction.execute("INSERT INTO sample(id, whole) VALUES (\(sampleID(1)), \(number))")
            try transaction.execute("DELETE FROM counter")
            try transaction.execute("INSERT INTO counter(name, total) VALUES ('a', \(number))")
        }
    }

    private static func both(_ transaction: any Transaction) throws -> [Int] {
        [try number(in: "counter", transaction), try number(in: "sample", transaction)]
    }

    private static func number(in table: String, _ transaction: any Transaction) throws -> Int {
        try transaction.value(table == "counter" ? "SELECT total FROM counter" : "SELECT whole FROM sample") ?? -1
    }

    private static func moment(_ transaction: any Transaction) throws -> (clock: Int64, epoch: [UInt8]) {
        try transaction.first("SELECT clock, epoch FROM sync_meta") { (try $0.next(), try $0.next()) } ?? (0, [])
    }
}
