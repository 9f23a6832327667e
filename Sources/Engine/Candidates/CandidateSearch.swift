import Domain
import Storage

/// Searching candidates by words, for each kind of caller.
enum CandidateSearch {
    /// What may stand before a colon, in English and in French.
    static let language = SearchLanguage(fields: [
        "name": ["name"], "nom": ["name"], "email": ["name"], "phone": ["name"], "telephone": ["name"],
        "title": ["title"], "titre": ["title"], "poste": ["title"],
        "skill": ["skills"], "skills": ["skills"], "competence": ["skills"], "competences": ["skills"],
        "region": ["region"], "city": ["text"], "ville": ["text"], "cv": ["text"], "text": ["text"], "texte": ["text"],
    ])

    /// The fields of the index that an anonymous profile shows.
    static let anonymousFields = ["title", "skills", "region"]

    /// The search as the caller may run it: staff over everything; an employer over everything among the candidates
    /// that it sees in full, and over the anonymous profile's fields among the others.
    static func branches(_ query: SearchQuery, filters: [SQL], for call: Call) -> [SearchListing.Branch] {
        let principal = call.principal
        guard principal.role == .employer else {
            return [
                SearchListing.Branch(
                    query: query,
                    conditions: [CandidateVisibility.predicate(for: principal, now: call.now)] + filters,
                    // Who is deleted is not in the index.
                    isWholeIndex: principal.isStaff && filters.isEmpty)
            ]
        }
        let searchable = CandidateVisibility.searchable(now: call.now)
        let anonymous: [SQL] = ["c.deleted_at IS NULL", "NOT \(CandidateVisibility.isFull(for: principal))"] + filters
        let shown = query.restricted(to: anonymousFields)
        let known = keysSeenInFull(by: principal)
        return [
            SearchListing.Branch(
                query: query, conditions: ["c.deleted_at IS NULL"] + filters, keys: known),
            SearchListing.Branch(
                // `IS TRUE` hides it: SQLite would begin at all who may be found, and ask the search for each of them.
                query: shown, conditions: ["(\(searchable)) IS TRUE"] + anonymous,
                counting: filters.isEmpty
                    ? SearchListing.Counting(
                        // The index `candidate_searchable_row`.
                        table: "candidate c", key: "CAST(c.row_no AS BIGINT)",
                        conditions: ["c.deleted_at IS NULL", searchable, "CAST(c.row_no AS BIGINT) NOT IN (\(known))"])
                    : nil),
            // Very few.
            SearchListing.Branch(
                query: shown, conditions: ["c.deleted_at IS NULL"] + filters,
                keys: keysOfApplicants(
                    to: principal,
                    among: """
                        NOT \(CandidateVisibility.searchable(now: call.now, alias: "known"))
                        AND NOT \(CandidateVisibility.isFull(for: principal, alias: "known"))
                        """)),
        ]
    }

    /// A query for the keys of the few candidates whom an employer sees in full.
    static func keysSeenInFull(by principal: Principal) -> SQL {
        keysOfApplicants(to: principal, among: "made.client_visible = 1")
    }

    /// A query for the keys of the candidates with an application to a job of the caller's company.
    private static func keysOfApplicants(to principal: Principal, among condition: SQL) -> SQL {
        guard let company = principal.companyID else { return "SELECT row_no FROM candidate WHERE 1 = 0" }
        return """
            SELECT known.row_no FROM application made JOIN candidate known ON known.id = made.candidate_id
            WHERE made.company_id = \(company) AND made.deleted_at IS NULL AND \(condition)
            """
    }
}
