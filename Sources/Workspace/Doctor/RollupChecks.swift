import Domain
import Engine
import Storage

/// What analytics read, compared with what the histories come to.
struct RollupChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.rollups) {
            let facts = FactComparison(
                examination: examination, check: .rollups,
                what: Phrase(
                    en: "The counters of analytics are not what the histories of applications come to.",
                    fr: "Les compteurs des analyses ne correspondent pas aux historiques des candidatures."))
            var wrong = 0
            for comparison in EngineCounters.comparisons {
                wrong += try inspection.read { try facts.run(comparison, $0) }
            }
            examination.addRest(.rollups, wrong)
            examination.conclude(
                .rollups, Phrase(en: "Every counter is right.", fr: "Tous les compteurs sont justes."))
        }
    }
}
