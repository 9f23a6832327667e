import Domain
import Engine
import Storage

/// The chain of the audit log.
struct AuditChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.audit) {
            let chain = try inspection.read { try AuditVerification(in: $0, limit: Examination.namedLimit) }
            for finding in chain.findings { add(finding) }
            examination.conclude(
                .audit,
                Phrase(
                    en: "The chain of \(chain.entries) entries is whole.",
                    fr: "La chaîne de \(chain.entries) entrées est intacte."))
        }
    }

    private func add(_ finding: AuditVerification.Finding) {
        let (what, sequence): (Phrase, Int64) =
            switch finding {
            case .altered(let sequence):
                (
                    Phrase(
                        en: "Audit entry \(sequence) was altered after it was written.",
                        fr: "L’entrée d’audit \(sequence) a été modifiée après coup."), sequence
                )
            case .missing(let sequence):
                (
                    Phrase(
                        en: "Audit entries are missing from number \(sequence) on.",
                        fr: "Des entrées d’audit manquent à partir du numéro \(sequence)."), sequence
                )
            case .wrongEnd(let expected, let found):
                (
                    Phrase(
                        en: "The audit log should end with entry \(expected), but it ends with \(found).",
                        fr: "Le journal d’audit devrait finir à l’entrée \(expected), mais finit à \(found)."), expected
                )
            }
        examination.add(
            .audit, .damage, what, place: "audit_log, seq \(sequence)",
            remedy: Phrase(
                en:
                    "Nothing can make it whole again. Keep this workspace as evidence and compare it with your backups.",
                fr: "Rien ne peut la rétablir. Gardez cet espace comme preuve et comparez-le à vos sauvegardes."))
    }
}
