import Domain
import Engine
import Storage

/// Compares what is kept beside the rows with what it is made of, and names what differs.
struct FactComparison {
    let examination: Examination
    let check: Finding.Check
    /// What is the matter with a row that differs.
    let what: Phrase
    /// Names the row by its keys, after the table's name.
    var place: (inout Columns) throws -> String = { try $0.next(AnyEntity.ID.self).description }

    /// Answers how many rows are not what they have to be. A row that is missing counts as one of zeros.
    func run(_ comparison: EngineCounters.Comparison, _ transaction: any Transaction) throws -> Int {
        let keys = SQL(trusted: comparison.keys.joined(separator: ", "))
        let columns = SQL(trusted: (comparison.keys + comparison.values).joined(separator: ", "))
        let negated = SQL(trusted: (comparison.keys + comparison.values.map { "-\($0)" }).joined(separator: ", "))
        let differs = SQL(trusted: comparison.values.map { "SUM(\($0)) <> 0" }.joined(separator: " OR "))
        var wrong = 0
        try transaction.forEach(
            """
            SELECT \(keys) FROM (SELECT \(columns) FROM (\(comparison.counted)) counted
            UNION ALL SELECT \(negated) FROM (\(comparison.kept)) kept) both_sides GROUP BY \(keys) HAVING \(differs)
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            var columns = Columns(row)
            examination.add(
                check, .damage, what, place: "\(comparison.table) \(try place(&columns))",
                remedy: examination.countersRemedy)
            return true
        }
        return wrong
    }
}
