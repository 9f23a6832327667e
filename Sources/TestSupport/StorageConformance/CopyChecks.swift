import Dispatch
import Storage
import Synchronization

extension StorageConformance {
    static let copies = [
        StorageCheck("a backup has everything") { fixture in
            let database = try open(searching: fixture)
            try addCounters(database, 20)
            try database.backup(to: fixture.folder + "/copy")
            let copy = try fixture.openBackup(fixture.folder + "/copy")
            try expectEqual(try copy.schemaVersion(), 1)
            try expectEqual(try copy.read(sum), 210)
            try expectEqual(try copy.read { try keys(.word("engineer"), $0) }, [4, 2, 1])
            try expectEqual(try copy.integrityProblems(limit: 10), [])
            try copy.close()
        },
        StorageCheck("a backup made while others write is of one moment") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                for name in ["a", "b"] { try transaction.execute("INSERT INTO counter VALUES (\(name), 0)") }
            }
            let isDone = Atomic(false)
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 2) { worker in
                do {
                    if worker == 0 {
                        for number in 0..<5 { try database.backup(to: fixture.folder + "/copy\(number)") }
                        isDone.store(true, ordering: .releasing)
                    }
                    while worker == 1 && !isDone.load(ordering: .acquiring) {
                        try database.write { transaction in
                            try transaction.execute("UPDATE counter SET total = total + 1 WHERE name = 'a'")
                            try transaction.execute("UPDATE counter SET total = total - 1 WHERE name = 'b'")
                        }
                    }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                    isDone.store(true, ordering: .releasing)
                }
            }
            try expectEqual(failures.withLock { $0 }, [])
            for number in 0..<5 {
                let copy = try fixture.openBackup(fixture.folder + "/copy\(number)")
                try expectEqual(try copy.read(sum), 0)
                try copy.close()
            }
        },
        StorageCheck("a bulk load leaves a whole, fast database") { fixture in
            let database = try fixture.open()
            let answer = try database.bulkLoad {
                for batch in 0..<5 {
                    try database.write { transaction in
                        for number in 0..<100 {
                            let key = Int64(batch * 100 + number)
                            try transaction.execute(
                                "INSERT INTO sample(id, whole) VALUES (\(sampleID(Int(key))), \(key))")
                            try transaction.search.replace(
                                key, in: SampleSchema.search, contents: ["loaded", "x\(key)"])
                        }
                    }
                }
                return 42
            }
            try expectEqual(answer, 42)
            try database.analyze()
            try expectEqual(try database.integrityProblems(limit: 10), [])
            try expectEqual(try database.read { try keys(.prefix("load"), $0, limit: 1000) }.count, 500)
            try expectEqual(try database.read { try $0.value("SELECT count(*) FROM sample", as: Int.self) }, 500)
        },
        StorageCheck("a bulk load that throws keeps what was committed") { fixture in
            let database = try fixture.open()
            do {
                try database.bulkLoad {
                    try addCounters(database, 3)
                    throw Interruption()
                }
            } catch is Interruption {}
            try expectEqual(try database.read(sum), 6)
            try addCounters(try fixture.open(), 1, from: 10)
            try expectEqual(try database.read(sum), 16)
        },
    ]

    private static func addCounters(_ database: any Database, _ count: Int, from first: Int) throws {
        try database.write { transaction in
            for number in first..<first + count {
                try transaction.execute("INSERT INTO counter(name, total) VALUES (\("n\(number)"), \(number))")
            }
        }
    }
}
