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
        if principal.isStaff {
            return [
                SearchListing.Branch(
                    query: query, conditions: [visible] + filters,
                    // What is deleted is not in the index.
                    isWholeIndex: filters.isEmpty)
            ]
        }
        let shown = query.restricted(to: JobVisibility.publicSearchFields)
        guard principal.role == .employer, let company = principal.companyID else {
            return [SearchListing.Branch(query: shown, conditions: [visible] + filters)]
        }
        return [
            SearchListing.Branch(query: query, conditions: [visible, "j.company_id = \(company)"] + filters),
            SearchListing.Branch(query: shown, conditions: [visible, "j.company_id <> \(company)"] + filters),
        ]
    }

    /// The same search as parts of a list of `job j` in the order of a column. Few matches are asked of the index at
    /// once; among many, the jobs are walked in order and each is looked up in it.
    static func parts(
        _ branches: [SearchListing.Branch], few: Bool, in transaction: any Transaction
    ) -> [[SQL]] {
        branches.map { branch in
            let match = transaction.search.match(branch.query, in: EngineSchema.jobSearch)
            let found: SQL =
                few
                ? "j.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
                : "EXISTS (SELECT 1 FROM \(match.table) WHERE \(match.condition) AND \(match.key) = j.row_no)"
            return [found] + branch.conditions
        }
    }
}
