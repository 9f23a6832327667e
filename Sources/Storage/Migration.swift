/// One numbered step of the schema. Statements use the portable type names `{id}` (16-byte identifier), `{integer}`
/// (64 bits), `{real}`, `{text}` (compared by bytes) and `{bytes}`, which each database replaces by its own.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [String]
    /// Full-text collections that this step makes.
    public let searchCollections: [SearchCollection]

    public init(_ number: Int, _ name: String, statements: [String], searchCollections: [SearchCollection] = []) {
        self.number = number
        self.name = name
        self.statements = statements
        self.searchCollections = searchCollections
    }
}

extension Sequence where Element == Migration {
    /// The full-text collections that are there after all these steps, each once: a later step may make one anew.
    public var searchCollections: [SearchCollection] {
        var found: [SearchCollection] = []
        for collection in flatMap(\.searchCollections) {
            if let known = found.firstIndex(where: { $0.name == collection.name }) {
                found[known] = collection
            } else {
                found.append(collection)
            }
        }
        return found
    }
}
