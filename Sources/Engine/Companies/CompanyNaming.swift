import Domain
import JSON
import Storage

/// How a row of an import names its company: by its identifier, its registration number or its name.
struct CompanyNaming {
    var id: Company.ID?
    var registrationNo: Text<60>?
    var name: Text<200>?

    /// The company. With `makes` one that is named and not on file is made, as a prospect.
    func find(makes: Bool = false, in call: Call) throws -> Company.ID {
        if let id {
            guard try CreateCompany.isThere(id, in: call) else { throw Self.unknown("company_id") }
            return id
        }
        if let registrationNo {
            if let id = try CreateCompany.registered(registrationNo.value, in: call) { return id }
            throw Self.unknown("company_registration_no")
        }
        guard let name else {
            throw Problem.invalid(
                field: "company_id", code: "required",
                Phrase(
                    en: "name the company: company_id, company_registration_no or company_name",
                    fr: "indiquez l’entreprise : company_id, company_registration_no ou company_name"))
        }
        let found: [Company.ID] = try call.transaction.column(
            """
            SELECT id FROM company WHERE name_folded = \(Folding.key(name.value)) AND deleted_at IS NULL
            ORDER BY id LIMIT 2
            """)
        guard let id = found.first else {
            guard makes else { throw Self.unknown("company_name") }
            return try CreateCompany(name: name).create(in: call)
        }
        guard found.count == 1 else {
            throw Problem.invalid(
                field: "company_name", code: "ambiguous",
                Phrase(
                    en: "is the name of several companies; use company_id",
                    fr: "est le nom de plusieurs entreprises ; utilisez company_id"))
        }
        return id
    }

    private static func unknown(_ field: String) -> Problem {
        Problem.invalid(
            field: field, code: "not_found", Phrase(en: "is no company", fr: "cette entreprise n’existe pas"))
    }
}
