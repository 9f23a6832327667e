import Domain

/// One line of the audit log, as it is hashed. `hash` = SHA-256 over the metadata, the salted digest of the payload
/// and the previous line's hash. Because the payload enters only through its digest, erasing a person's payload and
/// its salt leaves the chain verifiable.
struct AuditEntry {
    var sequence: Int64
    var at: Instant
    var actorID: User.ID?
    var actorRole: String
    var origin: String
    var requestID: String
    var operationID: String
    var targetType: String
    var targetID: AnyEntity.ID?
    var outcome: Int
    var before: String?
    var after: String?
    var previousHash: [UInt8]

    /// SHA-256 of the salt, then before and after, each with its length in front.
    static func payloadDigest(salt: [UInt8], before: String?, after: String?) -> [UInt8] {
        var bytes = AuditBytes(capacity: 64 + (before?.utf8.count ?? 0) + (after?.utf8.count ?? 0))
        bytes.append(salt)
        bytes.append(before)
        bytes.append(after)
        return bytes.digest()
    }

    func hash(payloadDigest: [UInt8]) -> [UInt8] {
        var bytes = AuditBytes(capacity: 256)
        bytes.append(sequence)
        bytes.append(at.milliseconds)
        bytes.append(actorID.map { ($0.high, $0.low) })
        bytes.append(actorRole)
        bytes.append(origin)
        bytes.append(requestID)
        bytes.append(operationID)
        bytes.append(targetType)
        bytes.append(targetID.map { ($0.high, $0.low) })
        bytes.append(Int64(outcome))
        bytes.append(payloadDigest)
        bytes.append(previousHash)
        return bytes.digest()
    }
}

/// Values one after another in a form that no two different lists share: each has its length in front.
private struct AuditBytes {
    private var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ contents: [UInt8]) {
        append(Int64(contents.count))
        bytes += contents
    }

    mutating func append(_ text: String?) {
        guard let text else { return append(Int64(-1)) }
        append(Int64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func append(_ identifier: (UInt64, UInt64)?) {
        guard let identifier else { return append(Int64(-1)) }
        append(Int64(bitPattern: identifier.0))
        append(Int64(bitPattern: identifier.1))
    }

    func digest() -> [UInt8] { SHA256.hash(bytes) }
}
