import Storage

/// Rows that wait to be written, made while the database is busy with the ones before.
struct DemoRows: Sendable {
    /// The clock of the transaction that will write them; every row carries it.
    let clock: Int64
    private(set) var statements: [SQL] = []

    init(clock: Int64) { self.clock = clock }

    mutating func add(_ statement: SQL) { statements.append(statement) }

    /// Writes them in one transaction. Throws where somebody else has written since they were made.
    func write(to database: any Database) throws {
        try database.write { transaction in
            guard try transaction.clock() == clock else { throw DemoDisturbed() }
            for statement in statements { try transaction.enqueue(statement) }
        }
    }
}

/// Another program has written to the workspace while its demo was being made.
struct DemoDisturbed: Error, CustomStringConvertible {
    var description: String { "another program has written to the workspace while the demo was being made" }
}
