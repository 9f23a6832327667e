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

        /// What it means, for a person.
        public var phrase: Phrase {
            switch self {
            case .altered(let number):
                Phrase(
                    en: "Entry \(number) is not what was written: it was altered, moved or added by hand.",
                    fr: "L’entrée \(number) n’est pas celle qui fut écrite : modifiée, déplacée ou ajoutée à la main.")
            case .missing(let number):
                Phrase(
                    en: "Entries are missing from number \(number) on.",
                    fr: "Des entrées manquent à partir du numéro \(number).")
            case .wrongEnd(let expected, let found):
                Phrase(
                    en: "The log should end with entry \(expected) but ends with \(found).",
                    fr: "Le journal devrait finir à l’entrée \(expected) mais finit à \(found).")
            }
        }
    }

    /// How many findings are gathered unless asked otherwise.
    public static let limit = 100

    public var entries: Int64 = 0
    public var findings: [Finding] = []

    /// Reads the log in order. `limit` bounds how many findings are gathered.
    public init(in transaction: any Transaction, limit: Int = Self.limit) throws {
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
            let number = row.integer(0)
            count += 1
            guard let entry = try Self.entry(row) else {
                if number != expected { found.append(.missing(sequence: expected)) }
                found.append(.altered(sequence: number))
                previous = row.bytes(15)
                expected = number + 1
                return found.count < limit
            }
            var columns = Columns(row)
            columns.skip(12)
            let salt: [UInt8]? = try columns.next()
            let digest: [UInt8] = try columns.next()
            if number != expected { found.append(.missing(sequence: expected)) }
            let payloadMatches =
                salt.map { AuditEntry.payloadDigest(salt: $0, before: entry.before, after: entry.after) == digest }
                ?? (entry.before == nil && entry.after == nil)
            let chained = number != expected || entry.previousHash == previous
            let hash = row.bytes(15)
            if !payloadMatches || !chained || entry.hash(payloadDigest: digest) != hash {
                found.append(.altered(sequence: number))
            }
            previous = hash
            expected = number + 1
            return found.count < limit
        }
        // A head that is gone is as wrong as one that names another entry.
        let end = head?.sequence ?? 0
        if found.count < limit, head == nil || end != expected - 1 || count > 0 && head?.hash != previous {
            found.append(.wrongEnd(expected: end, found: expected - 1))
        }
        entries = count
        findings = found
    }

    /// The entry as it is hashed; `nil` where a column holds what no program of ours writes there.
    private static func entry(_ row: any Row) throws -> AuditEntry? {
        var columns = Columns(row)
        do {
            return AuditEntry(
                sequence: try columns.next(), at: try columns.next(), actorID: try columns.next(),
                actorRole: try columns.next(), origin: try columns.next(), requestID: try columns.next(),
                operationID: try columns.next(), targetType: try columns.next(), targetID: try columns.next(),
                outcome: try columns.next(), before: try columns.next(), after: try columns.next(),
                previousHash: row.bytes(14))
        } catch StorageError.unexpectedValue {
            return nil
        }
    }
}
