import Domain
import Storage

/// A text search over applications: every word in the candidate's name or in the job's title and company, the last
/// one as the beginning of a word, under the tokens of the stage and the scopes. An employer's words meet a name only
/// where the application shows it, so that no search tells who hides behind an anonymous profile.
struct ApplicationSearch {
    private let parts: [SearchQuery]
    private let transaction: any Transaction

    /// Folds the words in with the filter's scopes and the caller's own.
    init(words: [String], filter: BoardFilter, in call: Call) throws {
        transaction = call.transaction
        let named = call.principal.role != .employer
        var parts: [SearchQuery] = []
        for (index, word) in words.enumerated() {
            let isLast = index == words.count - 1
            func term(_ fields: [String]) -> SearchQuery {
                isLast ? .prefix(word, fields: fields) : .word(word, fields: fields)
            }
            parts.append(
                named
                    ? term([])
                    : .any([.all([term(["person"]), Self.token(SearchTokens.visible)]), term(["job"])]))
        }
        let company = call.principal.role == .employer ? call.principal.companyID : filter.company
        if let job = filter.job {
            parts.append(Self.token(SearchTokens.job(try Self.number("job", job.cast(), transaction))))
        }
        if let company {
            parts.append(Self.token(SearchTokens.company(try Self.number("company", company.cast(), transaction))))
        }
        if let consultant = filter.consultant {
            parts.append(
                Self.token(SearchTokens.consultant(try Self.number("consultant", consultant.cast(), transaction))))
        }
        self.parts = words.isEmpty ? [.any([])] : parts
    }

    /// What to look for in one stage, or in all of them.
    func query(status: Application.Status? = nil) -> SearchQuery {
        guard let status else { return .all(parts) }
        return .all(parts + [Self.token(SearchTokens.stage(status))])
    }

    /// The matches in one stage, or in all of them.
    func match(status: Application.Status? = nil) -> SearchMatch {
        transaction.search.match(query(status: status), in: EngineSchema.applicationSearch)
    }

    /// The matches in any of these stages.
    func match(anyOf stages: [Application.Status]) -> SearchMatch {
        let tokens = SearchQuery.any(stages.map { Self.token(SearchTokens.stage($0)) })
        return transaction.search.match(.all(parts + [tokens]), in: EngineSchema.applicationSearch)
    }

    private static func token(_ text: String) -> SearchQuery { .word(text, fields: []) }

    /// The number of a row; 0, which no row has, where there is none.
    private static func number(
        _ table: String, _ id: AnyEntity.ID, _ transaction: any Transaction
    ) throws -> Int64 {
        try transaction.value("SELECT row_no FROM \(SQL(trusted: table)) WHERE id = \(id)") ?? 0
    }
}
