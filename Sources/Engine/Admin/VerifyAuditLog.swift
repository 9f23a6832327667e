import Domain
import JSON

/// Walks the whole audit log and says whether it is what was written: no entry altered, removed, moved, added or cut off.
public struct VerifyAuditLog: RouteOperation {
    public static let contract = Contract(
        "admin.verifyAuditLog", .get, "/admin/audit-logs/verification", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Verify the audit log", fr: "Vérifier le journal d’audit"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        public enum Kind: String, Codable, Sendable, CaseIterable {
            case altered, missing
            case wrongEnd = "wrong_end"
        }

        public struct Finding: Codable, Sendable, Equatable {
            public var kind: Kind
            /// The number of the entry that it is about.
            public var sequence: Int64
            public var message: String
        }

        /// Whether nothing was found.
        public var isWhole: Bool
        /// How many entries were read; after `AuditVerification.limit` findings it goes no further.
        public var entries: Int64
        public var checkedAt: Instant
        public var findings: [Finding]
    }

    public init() {}

    public func perform(in call: Call) throws -> Answer {
        let report = try AuditVerification(in: call.transaction)
        let language = call.principal.language
        return Answer(
            isWhole: report.findings.isEmpty, entries: report.entries, checkedAt: call.now,
            findings: report.findings.map { finding in
                let message = finding.phrase[language]
                return switch finding {
                case .altered(let sequence): Answer.Finding(kind: .altered, sequence: sequence, message: message)
                case .missing(let sequence): Answer.Finding(kind: .missing, sequence: sequence, message: message)
                case .wrongEnd(_, let found): Answer.Finding(kind: .wrongEnd, sequence: found, message: message)
                }
            })
    }
}
