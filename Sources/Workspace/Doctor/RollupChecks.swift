import Domain
import Engine
import Storage

/// What analytics read, compared with what the histories come to.
struct RollupChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.rollups) {
            var wrong = 0
            for comparison in EngineCounters.comparisons {
                wrong += try inspection.read { try compare(comparison, $0) }
            }
            examination.addRest(.rollups, wrong)
            examination.conclude(
                .rollups, Phrase(en: "Every counter is right.", fr: "Tous les compteurs sont justes."))
        }
    }

    /// Names the rows that are not what they have to be. A row that is missing counts as one of zeros.
    private func compare(_ comparison: EngineCounters.Comparison, _ transaction: any Transaction) throws -> Int {
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
            let id: AnyEntity.ID = try columns.next()
            examination.add(
                .rollups, .damage,
                Phrase(
                    en: "The counters of analytics are not what the histories of applications come to.",
                    fr: "Les compteurs des analyses ne correspondent pas aux historiques des candidatures."),
                place: "\(comparison.table) \(id)",
                remedy: examination.countersRemedy)
            return true
        }
        return wrong
    }
}
