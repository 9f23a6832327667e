import Domain
import Storage

/// Whether somebody may be put onto a job without having asked for it.
struct SourcedPerson {
    var id: Candidate.ID
    var name: String
    private var status: Candidate.Status
    private var consentExpiresAt: Instant?
    private var anonymizedAt: Instant?
    private var mergedIntoID: Candidate.ID?

    /// The candidate, or 404.
    static func load(_ id: Candidate.ID, in transaction: any Transaction) throws -> SourcedPerson {
        let person = try transaction.first(
            """
            SELECT first_name, last_name, status, consent_expires_at, anonymized_at, merged_into_id FROM candidate
            WHERE id = \(id) AND deleted_at IS NULL
            """
        ) { columns in
            SourcedPerson(
                id: id, name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                status: try columns.next(), consentExpiresAt: try columns.next(),
                anonymizedAt: try columns.next(), mergedIntoID: try columns.next())
        }
        guard let person else { throw CandidateVisibility.notFound(id) }
        return person
    }

    /// Throws 409 for somebody who may not be contacted.
    func checkContact(now: Instant) throws {
        let refusal: Phrase
        if anonymizedAt != nil || mergedIntoID != nil {
            refusal = Phrase(
                en: "The candidate's record was erased or merged into another.",
                fr: "La fiche du candidat a été effacée ou fusionnée avec une autre.")
        } else if status == .doNotContact || status == .archived {
            refusal = Phrase(
                en: "The candidate may not be contacted: the record is \(status.rawValue).",
                fr: "Le candidat ne peut pas être contacté : sa fiche est à l’état \(status.rawValue).")
        } else if let expiry = consentExpiresAt, expiry <= now {
            refusal = Phrase(
                en: "The candidate may not be contacted: its consent ran out on \(expiry.date).",
                fr: "Le candidat ne peut pas être contacté : son consentement a expiré le \(expiry.date).")
        } else {
            return
        }
        throw Problem.conflict(refusal).about("candidate", id)
    }
}
