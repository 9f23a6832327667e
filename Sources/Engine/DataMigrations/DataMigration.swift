import Domain
import Storage

/// A step that brings data up to what this version of the program makes of it, where a migration of the schema cannot:
/// SQL does not fold accents, nor make search documents. Carrying one out again changes nothing more.
struct DataMigration: Sendable {
    let name: String
    let summary: Phrase
    /// How many rows it would change; `nil` where only doing it tells.
    let pending: @Sendable (any Database) throws -> Int?
    /// Does it, in transactions of a few hundred rows, so that nobody waits for long. The last of them calls `finish`
    /// with how many rows were changed, which is answered too.
    let apply: @Sendable (any Database, _ now: Instant, _ finish: Finish) throws -> Int

    /// Says within the last transaction of a step that it is done.
    typealias Finish = (_ changed: Int, any Transaction) throws -> Void

    static let all: [DataMigration] =
        FoldedKeys.all.map(\.migration) + [
            DataMigration(
                name: "board-counts",
                summary: Phrase(en: "Count the stages of the board anew", fr: "Recompter les étapes du tableau"),
                pending: { try $0.read { try ApplicationCounts.differences(in: $0) } },
                apply: { database, _, finish in
                    try database.write { transaction in
                        let wrong = try ApplicationCounts.differences(in: transaction)
                        if wrong > 0 { try EngineCounters.fill(in: transaction) }
                        try finish(wrong, transaction)
                        return wrong
                    }
                }),
            DataMigration(
                name: "shared-contacts",
                summary: Phrase(en: "Look anew for what records share", fr: "Rechercher les points communs des fiches"),
                pending: { database in
                    try database.read { transaction in
                        var wrong = 0
                        try CandidateContacts.forEachWrongName(in: transaction) { _ in wrong += 1 }
                        return wrong
                    }
                },
                apply: { database, _, finish in
                    try database.write { transaction in
                        var wrong = 0
                        try CandidateContacts.forEachWrongName(in: transaction) { _ in wrong += 1 }
                        if wrong > 0 { try SharedContacts.rebuild(in: transaction) }
                        try finish(wrong, transaction)
                        return wrong
                    }
                }),
            DataMigration(
                name: "search-documents",
                summary: Phrase(en: "Make the search index anew", fr: "Refaire l’index de recherche"),
                pending: { _ in nil },
                apply: { database, _, finish in
                    var documents = 0
                    try EngineSearch.rebuild(in: database) { done, _ in documents = done }
                    try database.write { try finish(documents, $0) }
                    return documents
                }),
        ]
}
