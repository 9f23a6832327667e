import Domain
import Storage

/// Walks the whole audit log and finds every entry that is not what was written.
public struct AuditVerification: Sendable {
    /// Something wrong with the chain.
    public enum Finding: Sendable, Equatable {
        /// The entry's content does not match its hash.
        case altered(sequence: Int64)
        /// Entries are missing from this number on.
        case missing(sequence: Int64)
        /// The last entry is not the one that the head names: the end was cut off or added to.
        case wrongEnd(expected: Int64, found: Int64)
    }

    public var entries: Int64 = 0
    public var findings: [Finding] = []

    /// Reads the log in order. `limit` bounds how many findings are gathered.
    public init(in transaction: any Transaction, limit: Int = 100) throws {
        var expected: Int64 = 1
        var previous = [UInt8](repeating: 0, count: 32)
        let head = try transaction.first("SELECT seq, hash FROM audit_head WHERE id = 1") { columns in
            (sequence: try columns.next(Int64.self), hash: try columns.next([UInt8].self))
        }
        var found: [Finding] = []
        var count: Int64 = 0
        try transaction.forEach(
            """
            SELECT seq, at, actor_id, actor_role, origin, request_id, operation_id, target_type, target_id, outcome,
            before, after, salt, payload_digest, previous_hash, hash FROM audit_log ORDER BY seq
            """
        ) { row in
            var columns = Columns(row)
            let entry = AuditEntry(
                sequence: try columns.next(), at: try columns.next(), actorID: try columns.next(),
                actorRole: try columns.next(), origin: try columns.next(), requestID: try columns.next(),
                operationID: try columns.next(), targetType: try columns.next(), targetID: try columns.next(),
                outcome: try columns.next(), before: try columns.next(), after: try columns.next(),
                previousHash: row.bytes(14))
            columns = Columns(row)
            columns.skip(12)
            let salt: [UInt8]? = try columns.next()
            let digest: [UInt8] = try columns.next()
            if entry.sequence != expected { found.append(.missing(sequence: expected)) }
            let payloadMatches =
                salt.map { AuditEntry.payloadDigest(salt: $0, before: entry.before, after: entry.after) == digest }
                ?? (entry.before == nil && entry.after == nil)
            let chained = entry.sequence != expected || entry.previousHash == previous
            let hash = row.bytes(15)
            if !payloadMatches || !chained || entry.hash(payloadDigest: digest) != hash {
                found.append(.altered(sequence: entry.sequence))
            }
            previous = hash
            expected = entry.sequence + 1
            count += 1
            return found.count < limit
        }
        if let head, found.count < limit, head.sequence != expected - 1 || count > 0 && head.hash != previous {
            found.append(.wrongEnd(expected: head.sequence, found: expected - 1))
        }
        entries = count
        findings = found
    }
}
