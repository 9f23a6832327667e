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
        let visible = CandidateVisibility.predicate(for: principal, now: call.now)
        let full = CandidateVisibility.isFull(for: principal)
        return [
            SearchListing.Branch(
                query: query, conditions: ["c.deleted_at IS NULL"] + filters, keys: keysSeenInFull(by: principal)),
            SearchListing.Branch(
                query: query.restricted(to: anonymousFields), conditions: [visible, "NOT \(full)"] + filters),
        ]
    }

    /// A query for the keys of the few candidates whom an employer sees in full.
    static func keysSeenInFull(by principal: Principal) -> SQL {
        guard let company = principal.companyID else { return "SELECT row_no FROM candidate WHERE 1 = 0" }
        return """
            SELECT known.row_no FROM application made JOIN candidate known ON known.id = made.candidate_id
            WHERE made.company_id = \(company) AND made.client_visible = 1 AND made.deleted_at IS NULL
            """
    }
}
