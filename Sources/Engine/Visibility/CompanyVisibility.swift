import Domain
import Storage

/// Which companies a caller sees. Staff see all of them in full, an employer its own in full. Candidates and employers
/// of other companies see what an active company shows about itself: whom the agency courts (`prospect`), no longer
/// works for (`inactive`) or refuses (`blacklisted`) is the agency's own business.
/// See docs/decisions/0031-jobs-and-companies.md.
enum CompanyVisibility {
    /// The condition on `company c` that holds for the rows that the caller may see.
    static func condition(_ principal: Principal) -> SQL {
        if principal.isStaff { return "c.deleted_at IS NULL" }
        if principal.role == .employer, let company = principal.companyID {
            return "c.deleted_at IS NULL AND (c.status = 'active' OR c.id = \(company))"
        }
        return "c.deleted_at IS NULL AND c.status = 'active'"
    }

    static func seesInFull(_ principal: Principal, company: Company.ID) -> Bool {
        principal.isStaff || principal.role == .employer && principal.companyID == company
    }

    /// Lets only those pass who see the company in full: 404 where the caller does not see it at all, 403 where it
    /// sees it as the public does.
    static func requireFull(_ id: Company.ID, in call: Call) throws {
        let isSeen = try call.transaction.exists(
            "SELECT 1 FROM company c WHERE c.id = \(id) AND \(condition(call.principal))")
        guard isSeen else { throw Problem.notFound(CompanyReading.thing).about("company", id) }
        guard seesInFull(call.principal, company: id) else {
            throw Problem.notAllowed(
                Phrase(en: "This company is not your own.", fr: "Cette entreprise n’est pas la vôtre.")
            ).about("company", id)
        }
    }
}
