import Engine
import Storage

/// How much is wrong with the audit chain.
enum AuditVerificationCount {
    static func findings(_ transaction: any Transaction) throws -> Int {
        try AuditVerification(in: transaction).findings.count
    }
}
