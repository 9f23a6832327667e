import Domain
import Engine
import Storage

/// The full-text index against the rows that it is made from.
struct SearchChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        let collections: [(SearchCollection, SQL)] = [
            (EngineSchema.candidateSearch, "candidate"), (EngineSchema.jobSearch, "job"),
            (EngineSchema.applicationSearch, "application"), (EngineSchema.userSearch, "user_account"),
        ]
        examination.run(.search) {
            var documents = 0
            for (number, (collection, table)) in collections.enumerated() {
                examination.advance(.search, number, of: collections.count)
                let found = try inspection.compare(
                    collection, with: table, where: "deleted_at IS NULL", limit: Examination.namedLimit + 1)
                documents += found.documents
                add(found, table.text)
            }
            examination.conclude(
                .search,
                Phrase(
                    en: "The \(documents) documents of the index match the rows.",
                    fr: "Les \(documents) documents de l’index correspondent aux fiches."))
        }
    }

    private func add(_ found: SearchComparison, _ table: String) {
        for number in found.missing.prefix(Examination.namedLimit) {
            add(
                Phrase(en: "Search does not know it.", fr: "La recherche ne la connaît pas."),
                place: "\(table), row_no \(number)")
        }
        for number in found.stray.prefix(Examination.namedLimit) {
            add(
                Phrase(
                    en: "Search finds it, but it is not there.", fr: "La recherche la trouve, mais elle n’existe pas."),
                place: "\(table), row_no \(number)")
        }
        if max(found.missing.count, found.stray.count) > Examination.namedLimit {
            add(Phrase(en: "There are more of these.", fr: "Il y en a d’autres."), place: table)
        }
        if !found.indexAgrees {
            add(
                Phrase(
                    en: "The index has other words than its documents.",
                    fr: "L’index a d’autres mots que ses documents."), place: "\(table)_search")
        }
    }

    private func add(_ what: Phrase, place: String) {
        examination.add(.search, .damage, what, place: place, remedy: Remedies.rebuild)
    }
}
