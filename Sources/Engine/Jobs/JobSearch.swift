import Domain
import Storage

/// Searching jobs by words. The public's words are looked for in what the public sees; staff, and employers in their
/// own company's jobs, search everything.
enum JobSearch {
    /// What may stand before a colon, in English and in French.
    static let language = SearchLanguage(fields: [
        "title": ["title"], "titre": ["title"], "poste": ["title"], "text": ["public", "internal"],
        "texte": ["public", "internal"],
    ])

    static func branches(
        _ query: SearchQuery, filters: [SQL], for principal: Principal
    ) -> [SearchListing.Branch] {
        let visible = JobVisibility.condition(principal)
        if principal.isStaff { return [SearchListing.Branch(query: query, conditions: [visible] + filters)] }
        let shown = query.restricted(to: JobVisibility.publicSearchFields)
        guard principal.role == .employer, let company = principal.companyID else {
            return [SearchListing.Branch(query: shown, conditions: [visible] + filters)]
        }
        return [
            SearchListing.Branch(query: query, conditions: [visible, "j.company_id = \(company)"] + filters),
            SearchListing.Branch(query: shown, conditions: [visible, "j.company_id <> \(company)"] + filters),
        ]
    }

    /// The same search as a condition on `job j`, for lists in the order of a column.
    static func condition(_ branches: [SearchListing.Branch], in transaction: any Transaction) -> SQL {
        let choices = branches.map { branch -> SQL in
            let match = transaction.search.match(branch.query, in: EngineSchema.jobSearch)
            let found: SQL = "j.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
            return "(\(([found] + branch.conditions).allOf()))"
        }
        return "(\(choices.joined(separator: " OR ")))"
    }
}
