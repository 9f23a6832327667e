import Domain
import Storage

/// Reads the records that belong to several candidates at once.
enum CandidateRecords {
    /// Each candidate's records in the order of the query.
    /// - Parameter query: selects the records of the candidates that its condition names.
    static func all<Record>(
        of candidates: [Candidate.ID], in transaction: any Transaction, _ query: (_ condition: SQL) -> SQL,
        _ read: (inout Columns) throws -> Record, candidate: (Record) -> Candidate.ID
    ) throws -> [Candidate.ID: [Record]] {
        var records: [Candidate.ID: [Record]] = [:]
        for chunk in candidates.padded(to: 100) {
            try transaction.forEach(query("candidate_id IN \(list: chunk) AND deleted_at IS NULL")) { row in
                var columns = Columns(row)
                let record = try read(&columns)
                records[candidate(record), default: []].append(record)
                return true
            }
        }
        return records
    }
}
