import Storage

extension Engine {
    /// Removes files whose last row was erased. Whoever commits calls this afterwards; what could not be removed is
    /// tried again by the next. Answers how many went.
    @discardableResult
    public func removeForsakenFiles(limit: Int = 100) -> Int {
        do {
            let asked: SQL = "SELECT sha256 FROM file_removal ORDER BY asked_at, sha256 LIMIT \(limit)"
            let names: [String] = try database.read { try $0.column(asked) }
            guard !names.isEmpty else { return 0 }
            var removed = 0
            for name in names {
                // A row of the same contents that is written now waits for this transaction. Only who kept its file a
                // moment ago and has not written its row yet would lose it: `doctor` names the document.
                try database.write { transaction in
                    let isUsed: SQL = """
                        SELECT 1 FROM cv WHERE sha256 = \(name) UNION ALL SELECT 1 FROM export_file WHERE sha256 =
                        \(name)
                        """
                    if try !transaction.exists(isUsed) {
                        try adapters.files.remove(sha256: name)
                        removed += 1
                    }
                    try transaction.execute("DELETE FROM file_removal WHERE sha256 = \(name)")
                }
            }
            return removed
        } catch {
            report(error, operation: "candidates.anonymise", requestID: "files")
            return 0
        }
    }
}
