import Dispatch
import Storage
import Synchronization

extension StorageConformance {
    static let concurrency = [
        StorageCheck("a reader keeps its snapshot while another process writes") { fixture in
            let (here, there) = (try fixture.open(), try fixture.open())
            try addCounters(here, 2)
            try here.read { transaction in
                let before = try sum(transaction)
                try there.write { try $0.execute("UPDATE counter SET total = 100") }
                try expectEqual(try sum(transaction), before)
                try expectEqual(try there.read(sum), 200, "the other one sees its own write")
            }
            try expectEqual(try here.read(sum), 200)
        },
        StorageCheck("many threads of two processes lose no write, and every clock is taken once") { fixture in
            let databases = [try fixture.open(), try fixture.open()]
            try addCounters(databases[0], 1)
            let clocks = Mutex<[Int64]>([])
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { worker in
                for _ in 0..<15 {
                    do {
                        let clock = try databases[worker % 2].write { transaction in
                            let total = try sum(transaction)
                            try transaction.execute("UPDATE counter SET total = \(total + 1)")
                            return try transaction.clock()
                        }
                        clocks.withLock { $0.append(clock) }
                    } catch {
                        failures.withLock { $0.append("\(error)") }
                    }
                }
            }
            try expectEqual(failures.withLock { $0 }, [])
            try expectEqual(try databases[1].read(sum), 121)
            try expectEqual(Set(clocks.withLock { $0 }).count, 120)
        },
        StorageCheck("many readers at once each see one moment") { fixture in
            let database = try fixture.open()
            try database.write { transaction in
                for name in ["a", "b"] { try transaction.execute("INSERT INTO counter VALUES (\(name), 50)") }
            }
            let torn = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 6) { worker in
                for step in 0..<40 {
                    do {
                        if worker == 0 {
                            try database.write { transaction in
                                try transaction.execute("UPDATE counter SET total = \(step) WHERE name = 'a'")
                                try transaction.execute("UPDATE counter SET total = \(100 - step) WHERE name = 'b'")
                            }
                        } else if try database.read(sum) != 100 {
                            torn.withLock { $0 += 1 }
                        }
                    } catch {
                        torn.withLock { $0 += 1 }
                    }
                }
            }
            try expectEqual(torn.withLock { $0 }, 0)
        },
        StorageCheck("two processes that open an empty store migrate it once") { fixture in
            let applied = Mutex<[Int]>([])
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do {
                    let numbers = try fixture.makeDatabase().migrate(SampleSchema.migrations) { _ in }
                    applied.withLock { $0 += numbers }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            try expectEqual(failures.withLock { $0 }, [])
            try expectEqual(applied.withLock { $0 }, [1])
        },
    ]
}
