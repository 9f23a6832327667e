import Domain
import Engine
import Storage

/// What is kept so that lists of everybody need not look at everybody: whose record rests.
struct PrivacyChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.retention) {
            let facts = FactComparison(
                examination: examination, check: .retention,
                what: Phrase(
                    en: "When the person was last heard of, or hired, is not what is kept of it.",
                    fr: "Le dernier contact ou la dernière embauche de la personne ne correspond pas à ce qui est noté."
                ))
            examination.addRest(.retention, try inspection.read { try facts.run(RetentionTerms.comparison, $0) })
            examination.conclude(
                .retention,
                Phrase(
                    en: "What is kept of everybody's last contact is right.",
                    fr: "Les derniers contacts notés sont justes."))
        }
    }
}
