import Domain
import JSON
import Storage

/// Writes the audit log. Entries are numbered without gaps, and `audit_head` holds the last number and hash, so that
/// an entry that was altered, removed or cut off the end is found.
struct AuditTrail {
    let transaction: any Transaction
    let entropy: any Entropy

    /// Appends one entry for each note (or one for the call itself where there is none).
    func append(
        operationID: String, principal: Principal, origin: String, requestID: String, at: Instant, outcome: Int,
        notes: [AuditNote]
    ) throws {
        let head = try transaction.first("SELECT seq, hash FROM audit_head WHERE id = 1") { columns in
            (sequence: try columns.next(Int64.self), hash: try columns.next([UInt8].self))
        }
        guard let head else { throw StorageError.corrupt(detail: "audit_head has no row") }
        var sequence = head.sequence
        var hash = head.hash
        let entries = notes.isEmpty ? [AuditNote(targetType: "", targetID: nil, before: nil, after: nil)] : notes
        for note in entries {
            sequence += 1
            let entry = AuditEntry(
                sequence: sequence, at: at, actorID: principal.userID,
                actorRole: principal.role?.rawValue ?? "anonymous", origin: origin, requestID: requestID,
                operationID: operationID, targetType: note.targetType, targetID: note.targetID, outcome: outcome,
                before: note.before?.serialized(), after: note.after?.serialized(), previousHash: hash)
            let salt = entropy.bytes(16)
            let digest = AuditEntry.payloadDigest(salt: salt, before: entry.before, after: entry.after)
            hash = entry.hash(payloadDigest: digest)
            try transaction.enqueue(
                """
                INSERT INTO audit_log (seq, at, actor_id, actor_role, origin, request_id, operation_id, target_type,
                target_id, outcome, before, after, salt, payload_digest, previous_hash, hash)
                VALUES (\(sequence), \(at), \(principal.userID), \(entry.actorRole), \(origin), \(requestID),
                \(operationID), \(note.targetType), \(note.targetID), \(outcome), \(entry.before), \(entry.after),
                \(salt), \(digest), \(entry.previousHash), \(hash))
                """)
        }
        try transaction.enqueue("UPDATE audit_head SET seq = \(sequence), hash = \(hash) WHERE id = 1")
    }
}
