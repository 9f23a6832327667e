import Domain
import Storage

/// A search in the full-text index of jobs. The public's words are looked for in the fields that the public sees;
/// staff, and employers in their own company's jobs, search everything.
struct JobSearch {
    private let query: SearchQuery
    private let index: any SearchIndex

    init(_ text: String, in call: Call) throws {
        query = .all(SearchWords.split(text, limit: 20).map { .prefix($0) })
        index = call.transaction.search
    }

    /// Narrows the list to what matches.
    func restrict(_ listing: inout Listing, for principal: Principal) {
        let shown = index.match(query.within(JobVisibility.publicSearchFields), in: EngineSchema.jobSearch)
        if principal.isStaff {
            listing.conditions.append(found(index.match(query, in: EngineSchema.jobSearch)))
        } else if principal.role == .employer, let company = principal.companyID {
            let all = index.match(query, in: EngineSchema.jobSearch)
            listing.conditions.append("(j.company_id = \(company) AND \(found(all)) OR \(found(shown)))")
        } else {
            listing.conditions.append(found(shown))
        }
    }

    private func found(_ match: SearchMatch) -> SQL {
        "j.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
    }
}

extension SearchQuery {
    /// The same query, looking into these fields only. What asks for another field finds nothing.
    func within(_ allowed: [String]) -> SearchQuery {
        func narrowed(_ fields: [String], _ make: ([String]) -> SearchQuery) -> SearchQuery {
            if fields.isEmpty { return make(allowed) }
            let left = fields.filter(allowed.contains)
            return left.isEmpty ? .any([]) : make(left)
        }
        switch self {
        case .word(let word, let fields): return narrowed(fields) { .word(word, fields: $0) }
        case .prefix(let start, let fields): return narrowed(fields) { .prefix(start, fields: $0) }
        case .phrase(let words, let fields): return narrowed(fields) { .phrase(words, fields: $0) }
        case .all(let parts): return .all(parts.map { $0.within(allowed) })
        case .any(let parts): return .any(parts.map { $0.within(allowed) })
        case .except(let wanted, let unwanted): return .except(wanted.within(allowed), unwanted.within(allowed))
        }
    }
}
