import Domain
import Engine
import Storage
import TestSupport
import Testing

/// What is kept beside the rows against what it is made of.
struct KeptFacts {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    static func check(_ world: World, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try world.database.read { try KeptFacts($0).check(sourceLocation: sourceLocation) }
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        for comparison in EngineCounters.comparisons + [RetentionTerms.comparison, SharedContacts.comparison] {
            let columns = SQL(trusted: (comparison.keys + comparison.values).joined(separator: ", "))
            func rows(_ query: SQL) throws -> Set<[SQLValue]> {
                var rows: Set<[SQLValue]> = []
                try transaction.forEach("SELECT \(columns) FROM (\(query)) compared") { row in
                    let cells = (0..<row.columnCount).map { row.value($0) }
                    let isEmpty = cells.dropFirst(comparison.keys.count).allSatisfy { $0 == .integer(0) }
                    if !isEmpty { rows.insert(cells) }
                    return true
                }
                return rows
            }
            let (kept, counted) = (try rows(comparison.kept), try rows(comparison.counted))
            #expect(kept == counted, "\(comparison.table)", sourceLocation: sourceLocation)
        }
        var wrong: [Candidate.ID] = []
        try CandidateContacts.forEachWrongName(in: transaction) { wrong.append($0) }
        #expect(wrong.isEmpty, "names with employers", sourceLocation: sourceLocation)
    }
}
