import Domain
import JSON
import Storage

extension Engine {
    /// Writes the one audit entry of a large load that did not go through operations (the demo, a migration).
    public func auditBatch(
        operation: String, target: String, details: JSONValue, in transaction: any Transaction
    ) throws {
        let now = adapters.clock.now()
        try AuditTrail(transaction: transaction, entropy: adapters.entropy).append(
            operationID: operation, principal: Principal(), origin: adapters.origin, requestID: newRequestID(at: now),
            at: now, outcome: 200,
            notes: [AuditNote(targetType: target, targetID: nil, before: nil, after: details)])
    }
}
