import Domain
import Engine
import Storage

extension Workspace {
    /// Makes anew what is derived from the rows: the counters of the board and of analytics, whose record rests, the
    /// openings that hires have taken, the sorting keys, what records share, a clock that fell behind, and the search
    /// index. Safe while others work. `progress` is told how many documents of the index are done, of how many.
    public func rebuild(progress: (Int, Int) -> Void = { _, _ in }) throws(WorkspaceProblem) {
        do {
            // Before the transaction below takes its number from the clock.
            try database.write { try RowClock.advance(in: $0) }
            try database.write { transaction in
                try EngineCounters.fill(in: transaction)
                let jobs = try refill(in: transaction)
                try engine.auditBatch(
                    operation: "workspace.rebuild", target: "workspace", details: ["jobs": .integer(Int64(jobs))],
                    in: transaction)
            }
            try SortingKeys.rebuild(in: database, at: engine.adapters.clock.now())
            try database.write { try SharedContacts.rebuild(in: $0) }
            try EngineSearch.rebuild(in: database, progress: progress)
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    /// Answers how many jobs had a wrong number.
    private func refill(in transaction: any Transaction) throws -> Int {
        let hires: SQL = """
            (SELECT COUNT(*) FROM application a WHERE a.job_id = job.id AND a.status = 'hired' AND a.deleted_at IS NULL)
            """
        return try transaction.execute(
            """
            UPDATE job SET openings_filled = \(hires), version = version + 1, row_seq = \(try transaction.clock())
            WHERE openings_filled <> \(hires)
            """)
    }
}
