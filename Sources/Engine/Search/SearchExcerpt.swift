import Domain
import Storage

/// Some fields of a collection's documents in a collection of their own. A word that many have in the other fields and
/// few in these is found at once there; the index with all fields passes everybody who has it
/// (docs/decisions/0221-an-index-of-what-profiles-show.md).
struct SearchExcerpt {
    let whole: SearchCollection
    let collection: SearchCollection

    private static let all = [
        SearchExcerpt(whole: EngineSchema.candidateSearch, collection: EngineSchema.profileSearch)
    ]

    /// The excerpt that is kept of a collection, if there is one.
    static func of(_ collection: SearchCollection) -> SearchExcerpt? { all.first { $0.whole == collection } }

    /// What the excerpt keeps of a document.
    func contents(of document: [String]) -> [String] {
        collection.fields.compactMap { field in whole.fields.firstIndex(of: field).map { document[$0] } }
    }

    /// Whether the excerpt finds what the whole collection would.
    func answers(_ query: SearchQuery) -> Bool {
        switch query {
        case .word(_, let fields), .prefix(_, let fields), .phrase(_, let fields):
            !fields.isEmpty && fields.allSatisfy(collection.fields.contains)
        case .all(let parts), .any(let parts): parts.allSatisfy(answers)
        case .except(let wanted, let unwanted): answers(wanted) && answers(unwanted)
        }
    }

    /// Makes the excerpts of a workspace that has only the whole documents, once. What is interrupted begins again.
    static func fillOnce(in database: any Database) throws {
        for excerpt in all { try excerpt.fillOnce(in: database) }
    }

    private func fillOnce(in database: any Database) throws {
        try Supplement.inBatches(collection.name, of: "candidate", in: database) { numbers, transaction in
            let documents = try transaction.search.documents(numbers, in: whole)
            for (key, document) in documents.sorted(by: { $0.key < $1.key }) {
                try transaction.search.replace(key, in: collection, contents: contents(of: document))
            }
        }
    }
}
