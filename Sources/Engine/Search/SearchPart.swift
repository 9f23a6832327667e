import Domain
import Storage

/// A searched table, and how its documents are made.
struct SearchPart: Sendable {
    let table: SQL
    let collection: SearchCollection
    private let alias: SQL
    private let make: @Sendable (SQL, any Transaction) throws -> [SearchDocument]

    static let all = [
        SearchPart(
            table: "candidate", collection: EngineSchema.candidateSearch, alias: "c",
            make: { try CandidateSearchDocument.all(where: $0, in: $1) }),
        SearchPart(
            table: "job", collection: EngineSchema.jobSearch, alias: "j",
            make: { try JobSearchDocument.all(where: $0, in: $1) }),
        SearchPart(
            table: "application", collection: EngineSchema.applicationSearch, alias: "a",
            make: { try ApplicationSearchDocument.all(where: $0, in: $1) }),
        SearchPart(
            table: "user_account", collection: EngineSchema.userSearch, alias: "u",
            make: { try UserSearchDocument.all(where: $0, in: $1) }),
        SearchPart(
            table: "conversation", collection: EngineSchema.conversationSearch, alias: "c",
            make: { try ConversationSearchDocument.all(where: $0, in: $1) }),
        SearchPart(
            table: "message", collection: EngineSchema.messageSearch, alias: "m",
            make: { try MessageSearchDocument.all(where: $0, in: $1) }),
    ]

    /// One document a number, without contents where the row was deleted or was never there.
    func documents(_ numbers: ClosedRange<Int64>, in transaction: any Transaction) throws -> [SearchDocument] {
        let found = try make(
            """
            \(alias).row_no BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound) AND \(alias).deleted_at IS NULL
            """, transaction)
        guard found.count < numbers.count else { return found }
        let known = Set(found.map(\.key))
        return found + numbers.filter { !known.contains($0) }.map { SearchDocument(key: $0, contents: nil) }
    }
}
