import GRDB
import Glibc
import Storage

extension SQLiteDatabase {
    public func backup(to path: String) throws {
        let partial = path + ".partial"
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(partial + suffix) }
        try PrivateFile.create(partial)
        do {
            let source = try Connection(path: self.path, options: options, writes: false)
            defer { source.close() }
            let destination = try DatabaseQueue(path: partial)
            defer { try? destination.close() }
            try source.backup(to: destination)
        } catch let error as DatabaseError {
            unlink(partial)
            throw StorageError(code: error.extendedResultCode.rawValue, detail: error.message ?? "\(error)")
        }
        try PrivateFile.synchronize(partial)
        try PrivateFile.move(partial, to: path)
    }

    public func integrityProblems(limit: Int) throws -> [String] {
        do {
            var problems = try read { transaction in
                try transaction.fileProblems(limit: limit)
            }
            if problems.isEmpty { problems = try searchProblems(limit: limit) }
            return problems
        } catch StorageError.corrupt(let detail) {
            return [detail]
        }
    }

    public func analyze() throws {
        try withWriter { connection in
            try connection.handle.run("PRAGMA analysis_limit = 1000; ANALYZE")
        }
        readers.refresh()
    }

    /// FTS5 compares a collection with its index by a special insert, which changes nothing.
    private func searchProblems(limit: Int) throws -> [String] {
        var problems: [String] = []
        for name in try searchTables() where problems.count < limit {
            do {
                try write { transaction in
                    try transaction.execute(
                        SQL(trusted: "INSERT INTO \"\(name)\"(\"\(name)\") VALUES ('integrity-check')"))
                }
            } catch StorageError.corrupt(let detail) {
                problems.append("\(name): \(detail)")
            }
        }
        return problems
    }
}

extension Transaction {
    fileprivate func fileProblems(limit: Int) throws -> [String] {
        let limit = max(limit, 1)
        let found = try column(SQL(trusted: "PRAGMA integrity_check(\(limit))"), as: String.self)
        var problems = found == ["ok"] ? [] : found
        let broken = try all(
            "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check LIMIT \(limit)"
        ) { columns in
            let (table, row) = (try columns.next(String.self), try columns.next(Int64.self))
            return "\(table) row \(row) refers to a row of \(try columns.next(String.self)) that is not there"
        }
        problems += broken
        return Array(problems.prefix(limit))
    }
}
