import Domain
import JSON
import Storage

/// Whether a move is allowed: its line in the table, the caller's role, and what else has to hold. In this order, so
/// that the answer is 409 for a move that nobody can make, 403 for one that others can, then 422 and 409.
struct TransitionGuards {
    let call: Call
    let words: TransitionWords
    /// `applications.makeOffer` and `applications.withdraw` make the moves that nothing else may.
    var byMakeOffer = false
    var byWithdraw = false

    /// Checks a move, and attaches the candidate's primary CV where the move needs one.
    func check(_ record: inout ApplicationRecord, to: Application.Status) throws {
        let from = record.view.status
        let previous =
            ApplicationPath.needsPrevious(from: from, to: to)
            ? try Self.previousStage(of: record, in: call.transaction) : nil
        guard let move = ApplicationPath.move(from: from, to: to, previous: previous) else {
            throw try impossible(record, to: to)
        }
        guard let role = call.principal.role, move.roles.contains(role) else {
            throw notForRole(from: from, to: to).about("application", record.id)
        }
        for requirement in move.guards { try check(requirement, &record) }
        if !from.isOpen, to.isOpen { try Self.checkNoOtherOpen(record, in: call.transaction) }
    }

    private func check(_ requirement: ApplicationPath.Guard, _ record: inout ApplicationRecord) throws {
        switch requirement {
        case .curriculumVitaeAttached: try attachCurriculumVitae(&record)
        case .onlyByMakeOffer:
            guard !byMakeOffer else { return }
            throw conflict(
                record,
                Phrase(
                    en: "An application comes to the offer stage only by making an offer (applications.makeOffer).",
                    fr: "Une candidature passe à l’étape offre uniquement en faisant une offre "
                        + "(applications.makeOffer)."))
        case .onlyByWithdraw:
            guard !byWithdraw else { return }
            throw conflict(
                record,
                Phrase(
                    en: "Only the candidate withdraws an application (applications.withdraw).",
                    fr: "Seul le candidat retire sa candidature (applications.withdraw)."))
        case .acceptedOfferAndOpening: try checkHire(record)
        case .reason:
            guard words.reasonID == nil else { return }
            throw Self.reasonNeeded
        case .internalComment:
            guard words.internalComment == nil else { return }
            throw Problem.invalid(
                field: "internal_comment", code: "required",
                Phrase(
                    en: "is needed to move an application back: say why",
                    fr: "est nécessaire pour revenir en arrière : indiquez pourquoi"))
        }
    }

    static let reasonNeeded = Problem.invalid(
        field: "reason_id", code: "required",
        Phrase(en: "is needed to reject an application", fr: "est nécessaire pour refuser une candidature"))

    /// A CV was sent with the application, or the candidate's primary one is frozen into it now.
    private func attachCurriculumVitae(_ record: inout ApplicationRecord) throws {
        guard record.view.cvID == nil else { return }
        let primary: CurriculumVitae.ID? = try call.transaction.value(
            """
            SELECT id FROM cv WHERE candidate_id = \(record.view.candidateID) AND is_primary = 1
            AND kind = 'resume' AND deleted_at IS NULL ORDER BY version_no DESC LIMIT 1
            """)
        guard let primary else {
            throw conflict(
                record,
                Phrase(
                    en: "No CV is attached: the candidate needs one before it is submitted to the client.",
                    fr: "Aucun CV n’est joint : le candidat doit en avoir un avant d’être présenté au client."))
        }
        record.view.cvID = primary
    }

    private func checkHire(_ record: ApplicationRecord) throws {
        let latest: Offer.Status? = try call.transaction.value(
            """
            SELECT status FROM offer WHERE application_id = \(record.id) AND deleted_at IS NULL
            ORDER BY revision DESC LIMIT 1
            """)
        guard latest == .accepted else {
            throw conflict(
                record,
                Phrase(
                    en: "There is no accepted offer: the candidate has to accept one before the hire.",
                    fr: "Aucune offre n’est acceptée : le candidat doit en accepter une avant l’embauche."))
        }
        guard record.openingsFilled < record.openings else { throw conflict(record, ApplicationRecord.noOpening) }
    }

    /// A closed application comes back only while its candidate has no other open one on the job.
    static func checkNoOtherOpen(_ record: ApplicationRecord, in transaction: any Transaction) throws {
        let other: Application.ID? = try transaction.value(
            """
            SELECT id FROM application WHERE candidate_id = \(record.view.candidateID)
            AND job_id = \(record.view.jobID) AND closed_at IS NULL AND deleted_at IS NULL AND id <> \(record.id)
            """)
        if let other { throw ApplicationInsertion.alreadyOpen(other).about("application", record.id) }
    }

    /// The stage before the one that the application is in: for a closed one the last open stage, else the earlier
    /// stage that it last came from.
    static func previousStage(
        of record: ApplicationRecord, in transaction: any Transaction
    ) throws -> Application.Status? {
        let stages: [Application.Status?] = try transaction.column(
            """
            SELECT from_status FROM status_history WHERE application_id = \(record.id)
            AND to_status = \(record.view.status) ORDER BY \(ApplicationHistory.latestFirst) LIMIT 20
            """)
        return stages.compactMap { $0 }.first { $0.isOpen && (!record.view.status.isOpen || $0 < record.view.status) }
    }

    private func impossible(_ record: ApplicationRecord, to: Application.Status) throws -> Problem {
        let from = record.view.status
        let previous = try Self.previousStage(of: record, in: call.transaction)
        let allowed =
            call.principal.role.map {
                ApplicationPath.destinations(from: from, previous: previous, role: $0)
            } ?? []
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        let none = names.isEmpty
        return Problem.conflict(
            Phrase(
                en: "An application in \(from.rawValue) cannot go to \(to.rawValue). "
                    + (none ? "You can make no move from there." : "It can go to: \(names)."),
                fr: "Une candidature à l’étape \(from.rawValue) ne peut pas passer à \(to.rawValue). "
                    + (none ? "Aucun passage ne vous est possible." : "Passages possibles : \(names).")),
            members: [
                "current": .string(from.rawValue), "allowed": .array(allowed.map { .string($0.rawValue) }),
            ]
        ).about("application", record.id)
    }

    private func notForRole(from: Application.Status, to: Application.Status) -> Problem {
        let role = call.principal.role?.rawValue ?? "anonymous"
        return Problem.notAllowed(
            Phrase(
                en: "The role \(role) may not move an application from \(from.rawValue) to \(to.rawValue).",
                fr: "Le rôle \(role) ne peut pas faire passer une candidature de \(from.rawValue) à \(to.rawValue)."))
    }

    private func conflict(_ record: ApplicationRecord, _ detail: Phrase) -> Problem {
        Problem.conflict(detail, members: ["current": .string(record.view.status.rawValue)])
            .about("application", record.id)
    }

    /// Refuses with 409 where the application is not in the stage that the caller believes.
    static func check(expectedFrom: Application.Status?, _ record: ApplicationRecord) throws {
        guard let expectedFrom, expectedFrom != record.view.status else { return }
        let current = record.view.status.rawValue
        throw Problem.conflict(
            Phrase(
                en: "The application is no longer in \(expectedFrom.rawValue): it is in \(current) now.",
                fr: "La candidature n’est plus à l’étape \(expectedFrom.rawValue) : elle est maintenant à l’étape "
                    + "\(current)."),
            members: ["current": .string(current)]
        ).about("application", record.id)
    }

    /// Refuses a reason that is not in the list.
    static func check(reason: Reason.ID?, in transaction: any Transaction) throws {
        guard let reason else { return }
        guard try transaction.exists("SELECT 1 FROM reason WHERE id = \(reason) AND deleted_at IS NULL") else {
            throw Problem.invalid(
                field: "reason_id", code: "invalid",
                Phrase(en: "is not one of the reasons", fr: "ne figure pas parmi les motifs"))
        }
    }
}
