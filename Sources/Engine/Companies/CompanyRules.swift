import Domain
import JSON
import Storage

/// What must hold for a company beyond its types.
enum CompanyRules {
    /// Chains of parents longer than this are refused.
    static let depthLimit = 20

    /// Everything that is wrong with these values by themselves, and references to what is not there.
    static func check(
        feePercent: Double?, parent: Company.ID?, owner: Consultant.ID?, of company: Company.ID? = nil, in call: Call
    ) throws {
        var errors: [FieldError] = []
        if let feePercent, !(feePercent >= 0 && feePercent <= 100) {
            errors.append(
                FieldError(
                    "default_fee_percent", "out_of_range", en: "must be between 0 and 100",
                    fr: "doit être compris entre 0 et 100"))
        }
        if let parent, let error = try problem(withParent: parent, of: company, in: call) { errors.append(error) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        if let owner { try JobRules.checkConsultant(owner, in: call) }
    }

    /// A parent must be there, and no company is its own ancestor.
    private static func problem(
        withParent parent: Company.ID, of company: Company.ID?, in call: Call
    ) throws -> FieldError? {
        let find = { (id: Company.ID) throws -> Company.ID?? in
            try call.transaction.first("SELECT parent_id FROM company WHERE id = \(id) AND deleted_at IS NULL") {
                try $0.next(Company.ID?.self)
            }
        }
        var ancestor: Company.ID? = parent
        for depth in 0..<depthLimit {
            guard let current = ancestor else { return nil }
            if current == company {
                return FieldError(
                    "parent_id", "cycle", en: "is the company itself or one below it",
                    fr: "est l’entreprise elle-même ou l’une de ses filiales")
            }
            guard let next = try find(current) else {
                return depth > 0
                    ? nil
                    : FieldError("parent_id", "not_found", en: "is no company", fr: "cette entreprise n’existe pas")
            }
            ancestor = next
        }
        return FieldError(
            "parent_id", "out_of_range", en: "is more than \(depthLimit) companies deep",
            fr: "dépasse \(depthLimit) niveaux d’entreprises")
    }

    /// Throws 409 where another company has the number.
    static func requireFree(registrationNo: String, except own: Company.ID? = nil, in call: Call) throws {
        guard let other = try CreateCompany.registered(registrationNo, in: call), other != own else { return }
        throw Problem.conflict(
            Phrase(
                en: "Another company has the registration number \(registrationNo).",
                fr: "Une autre entreprise porte déjà le numéro \(registrationNo)."),
            members: ["company_id": .string(other.description)])
    }
}
