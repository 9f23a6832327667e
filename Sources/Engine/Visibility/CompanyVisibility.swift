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
}
