/// Copies everything that one database holds into another, which may be of another kind, row by row in constant
/// memory; then reads it there and compares.
public struct StoreCopy {
    public let source: any Database
    public let target: any Database
    /// The full-text collections of the schema that both have.
    public let collections: [SearchCollection]

    /// What was copied of one table or collection.
    public struct Part: Sendable, Hashable {
        public let name: String
        public let checksum: RowChecksum
    }

    /// What went wrong besides the databases' own errors.
    public enum Failure: Error, Sendable, Equatable {
        /// The two do not have the same schema.
        case differentSchemas(source: Int, target: Int)
        /// The target lacks a table that the source has.
        case missingTable(String)
        /// What was read in the target is not what was written.
        case different(table: String, wanted: Int, found: Int)
    }

    /// Both must have the same schema. What is in the target is replaced; nobody else may use it meanwhile.
    public init(from source: any Database, to target: any Database, collections: [SearchCollection]) {
        self.source = source
        self.target = target
        self.collections = collections
    }

    /// Copies and compares. Everything is read on one snapshot, however long it takes. `progress` is told how many rows
    /// are done, copied and compared each counting once, of how many. Throws what the databases do, or a `Failure`;
    /// then the target holds nothing that could be taken for the whole where it can undo, and has to be thrown away
    /// where it cannot (`Database.fill`).
    public func run(progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> [Part] {
        let versions = (try source.schemaVersion(), try target.schemaVersion())
        guard versions.0 == versions.1 else {
            throw Failure.differentSchemas(source: versions.0, target: versions.1)
        }
        let tables = try commonTables()
        return try source.read { reader in
            let total = 2 * (try count(tables, reader))
            var counter = Counter(total: total, report: progress)
            return try target.fill { filler in
                let copied = try copy(tables, from: reader, to: filler, &counter)
                try filler.flush()
                try compare(tables, with: copied, &counter)
                return copied
            }
        }
    }

    /// The tables of the source, described as precisely as either of the two can.
    private func commonTables() throws -> [StoredTable] {
        let known = try target.tables()
        return try source.tables().map { table in
            guard let other = known.first(where: { $0.name == table.name }) else {
                throw Failure.missingTable(table.name)
            }
            return try table.refined(by: other)
        }
    }

    private func count(_ tables: [StoredTable], _ reader: any Transaction) throws -> Int {
        var total = 0
        for name in tables.map(\.name) + collections.map(\.name) {
            total += try reader.value(SQL(trusted: "SELECT COUNT(*) FROM \"\(name)\"")) ?? 0
        }
        return total
    }

    private func copy(
        _ tables: [StoredTable], from reader: any Transaction, to filler: any StoreFilling, _ counter: inout Counter
    ) throws -> [Part] {
        var parts: [Part] = []
        for table in tables {
            var checksum = RowChecksum()
            try reader.forEach(table.query) { row in
                let values = table.values(of: row)
                checksum.add(values)
                try filler.insert(values, into: table)
                counter.step()
                return true
            }
            parts.append(Part(name: table.name, checksum: checksum))
        }
        for collection in collections {
            var checksum = RowChecksum()
            try reader.search.forEachDocument(in: collection) { key, contents in
                checksum.add([.integer(key)] + contents.map { .text($0) })
                try filler.insert(key, contents: contents, into: collection)
                counter.step()
            }
            parts.append(Part(name: collection.name, checksum: checksum))
        }
        return parts
    }

    private func compare(_ tables: [StoredTable], with copied: [Part], _ counter: inout Counter) throws {
        let wanted = Dictionary(copied.map { ($0.name, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        func check(_ name: String, _ found: RowChecksum) throws {
            guard let wanted = wanted[name], wanted != found else { return }
            throw Failure.different(table: name, wanted: wanted.rows, found: found.rows)
        }
        try target.read { reader in
            for table in tables {
                var checksum = RowChecksum()
                try reader.forEach(table.query) { row in
                    checksum.add(table.values(of: row))
                    counter.step()
                    return true
                }
                try check(table.name, checksum)
            }
            for collection in collections {
                var checksum = RowChecksum()
                try reader.search.forEachDocument(in: collection) { key, contents in
                    checksum.add([.integer(key)] + contents.map { .text($0) })
                    counter.step()
                }
                try check(collection.name, checksum)
            }
        }
    }

    /// Counts rows and tells now and then how far it is.
    private struct Counter {
        let total: Int
        let report: (Int, Int) -> Void
        private var done = 0

        init(total: Int, report: @escaping (Int, Int) -> Void) {
            self.total = total
            self.report = report
        }

        mutating func step() {
            done += 1
            if done % 500 == 0 || done == total { report(done, total) }
        }
    }
}
