import Domain
import Engine
import Storage

/// What is kept so that lists of everybody need not look at everybody: whose record rests, and what
/// records share.
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
        examination.run(.duplicates) {
            try inspection.read(checkNames)
            let facts = FactComparison(
                examination: examination, check: .duplicates,
                what: Phrase(
                    en: "How many records have the same is not what is kept of it.",
                    fr: "Le nombre de fiches qui ont la même donnée ne correspond pas à ce qui est noté."),
                // The value itself is somebody's address or number.
                place: { try $0.next(String.self) })
            examination.addRest(.duplicates, try inspection.read { try facts.run(SharedContacts.comparison, $0) })
            examination.conclude(
                .duplicates,
                Phrase(en: "What records share is right.", fr: "Ce que des fiches ont en commun est juste."))
        }
    }

    /// A name with its employer is folded by the program, so SQL alone cannot compare it.
    private func checkNames(_ transaction: any Transaction) throws {
        var wrong = 0
        try CandidateContacts.forEachWrongName(in: transaction) { id in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return }
            examination.add(
                .duplicates, .damage,
                Phrase(
                    en: "It is compared with other records by another name or employer than its own.",
                    fr: "La fiche est comparée aux autres sous un nom ou un employeur qui n’est pas le sien."),
                place: "candidate \(id)", remedy: Remedies.rebuild)
        }
        examination.addRest(.duplicates, wrong)
    }
}
