import Domain
import JSON
import Storage

/// What must hold for an account, whoever changes it.
enum UserRules {
    static func requireCompany(_ id: Company.ID, in call: Call) throws {
        guard try !CreateCompany.isThere(id, in: call) else { return }
        throw Problem.invalid(
            field: "company_id", code: "not_found", Phrase(en: "is no company", fr: "cette entreprise n’existe pas"))
    }

    /// Throws 409 where role or status may not become so.
    static func check(_ wanted: UserView, after before: UserView, in call: Call) throws {
        if wanted.role != before.role || wanted.status != before.status {
            if wanted.role != before.role || wanted.status != .active {
                try UserVisibility.requireAnotherSuperadmin(than: before, in: call)
                try UserVisibility.requireAnother(before.id, than: call.principal)
            }
        }
        if wanted.role != before.role { try requireNoConsultant(before, in: call) }
        guard wanted.role == .employer, wanted.status == .active, wanted.companyID == nil else { return }
        throw Problem.conflict(
            Phrase(
                en: "An employer needs a company before its account opens: give company_id.",
                fr: "Un employeur a besoin d’une entreprise avant l’ouverture du compte : indiquez company_id.")
        ).about("user", before.id)
    }

    /// Throws 409 while a consultant's profile belongs to the account.
    static func requireNoConsultant(_ user: UserView, in call: Call) throws {
        guard let consultant = user.consultantID else { return }
        throw Problem.conflict(
            Phrase(
                en: "A consultant's profile belongs to this account. Delete the profile first.",
                fr: "Une fiche de consultant dépend de ce compte. Supprimez d’abord la fiche."),
            members: [
                "dependants": [["type": "consultant", "id": .string(consultant.description)]]
            ]
        ).about("user", user.id)
    }

    /// Writes what changed. An account that no longer is active has no session from then on.
    static func write(_ wanted: UserView, over before: UserView, in call: Call) throws -> UserView {
        var requested = before.requestedCompany
        if wanted.companyID != nil { requested = nil }
        guard let changes = try ChangedFields.between(before, wanted) else { return before }
        try call.transaction.execute(
            """
            UPDATE user_account SET first_name = \(wanted.firstName), last_name = \(wanted.lastName),
            name_folded = \(NewAccount.nameKey(wanted.firstName, wanted.lastName)), locale = \(wanted.locale),
            timezone = \(wanted.timezone), phone = \(wanted.phone), role = \(wanted.role), status = \(wanted.status),
            company_id = \(wanted.companyID), requested_company = \(requested), updated_at = \(call.now),
            version = version + 1, row_seq = \(call.rowSequence()) WHERE id = \(before.id)
            """)
        try UserSearchDocument.refresh(before.id, in: call.transaction)
        if before.status == .active, wanted.status != .active {
            try AccountSessions.endAll(of: before.id, at: call.now, in: call.transaction)
        }
        call.note("user", before.id, before: changes.before, after: changes.after)
        return try UserReading.one(before.id, in: call)
    }
}
