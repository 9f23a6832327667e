import Domain
import Storage

/// The full-text index as a whole.
public enum EngineSearch {
    /// Rows whose documents are made in one transaction: few enough that a person's key never waits long for them.
    private static let batch: Int64 = 500

    /// A searched table under the name that its documents are made from.
    private struct Part {
        var table: SQL
        var alias: SQL
        var collection: SearchCollection
        /// Makes the documents of the rows that meet a condition.
        var make: (SQL, any Transaction) throws -> Void
    }

    /// Makes every document anew from the rows: after a large load, or to mend an index. `progress` is told how many
    /// rows are done, of how many.
    public static func rebuild(in database: any Database, progress: (Int, Int) -> Void) throws {
        let parts = [
            Part(
                table: "candidate", alias: "c", collection: EngineSchema.candidateSearch,
                make: CandidateSearchDocument.rebuild(where:in:)),
            Part(
                table: "job", alias: "j", collection: EngineSchema.jobSearch,
                make: JobSearchDocument.refresh(where:in:)),
            Part(
                table: "application", alias: "a", collection: EngineSchema.applicationSearch,
                make: ApplicationSearchDocument.refresh(where:in:)),
        ]
        let sizes = try database.read { transaction in
            try parts.map { try transaction.value("SELECT COALESCE(MAX(row_no), 0) FROM \($0.table)") ?? 0 as Int64 }
        }
        let total = sizes.reduce(0, +)
        var done: Int64 = 0
        for (part, size) in zip(parts, sizes) {
            var first: Int64 = 1
            while first <= size {
                let last = min(first + batch - 1, size)
                try database.write { transaction in
                    try part.make("\(part.alias).row_no BETWEEN \(first) AND \(last)", transaction)
                    try removeDeleted(part.table, part.collection, from: first, to: last, in: transaction)
                }
                done += last - first + 1
                progress(Int(done), Int(total))
                first = last + 1
            }
        }
    }

    private static func removeDeleted(
        _ table: SQL, _ collection: SearchCollection, from first: Int64, to last: Int64, in transaction: any Transaction
    ) throws {
        let gone: [Int64] = try transaction.column(
            "SELECT row_no FROM \(table) WHERE row_no BETWEEN \(first) AND \(last) AND deleted_at IS NOT NULL")
        for key in gone { try transaction.search.remove(key, from: collection) }
    }
}
