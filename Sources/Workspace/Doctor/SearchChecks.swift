import Domain
import Engine
import Storage

/// The full-text index against the rows that it is made from.
struct SearchChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.search) {
            var documents = 0
            for table in SearchDifferences.tables {
                let found = try compare(table.collection, with: table, inspection)
                documents += found.documents
                add(found, table.name, table.collection)
                var isWhole = found.isWhole
                if let collection = table.excerpt {
                    var excerpts = try compare(collection, with: table, inspection)
                    isWhole = isWhole && excerpts.isWhole
                    // What the whole document has told already.
                    excerpts.missing.removeAll(where: found.missing.contains)
                    excerpts.stray.removeAll(where: found.stray.contains)
                    add(excerpts, table.name, collection)
                }
                // Of an index that is not whole nobody needs to know the words.
                if isWhole { try compareWords(table, inspection) }
            }
            examination.conclude(
                .search,
                Phrase(
                    en: "The \(documents) documents of the index match the rows.",
                    fr: "Les \(documents) documents de l’index correspondent aux fiches."))
        }
    }

    private func compare(
        _ collection: SearchCollection, with table: SearchDifferences.Table, _ inspection: any StoreInspection
    ) throws -> SearchComparison {
        try inspection.compare(
            collection, with: SQL(trusted: table.name), where: "deleted_at IS NULL",
            limit: Examination.namedLimit + 1)
    }

    /// So many documents are made from the rows at a time.
    private static let batch: Int64 = 1_000

    /// The documents are what the rows would make of them now.
    private func compareWords(_ table: SearchDifferences.Table, _ inspection: any StoreInspection) throws {
        let last = try inspection.read { try SearchDifferences.last(of: table, in: $0) }
        var (different, unreadable) = (0, 0)
        for first in stride(from: Int64(1), through: last, by: Int64.Stride(Self.batch)) {
            examination.advance(.search, Int(first), of: Int(last))
            let numbers = first...min(first + Self.batch - 1, last)
            for number in try differences(table, numbers, inspection, &unreadable) {
                different += 1
                guard different <= Examination.namedLimit else { continue }
                add(
                    Phrase(
                        en: "Search finds it by other words than its own.",
                        fr: "La recherche la trouve par d’autres mots que les siens."),
                    place: "\(table.name), row_no \(number)")
            }
        }
        examination.addRest(.search, different)
        examination.addRest(.search, unreadable)
    }

    /// One row that cannot be read must not hide the others, so it is looked for by halves.
    private func differences(
        _ table: SearchDifferences.Table, _ numbers: ClosedRange<Int64>, _ inspection: any StoreInspection,
        _ unreadable: inout Int
    ) throws -> [Int64] {
        do {
            return try inspection.read { try SearchDifferences.find(table, numbers, in: $0) }
        } catch {
            guard case .damaged(_, let detail) = WorkspaceProblem(error, at: examination.location) else { throw error }
            let (first, last) = (numbers.lowerBound, numbers.upperBound)
            guard first < last else {
                unreadable += 1
                if unreadable <= Examination.namedLimit {
                    examination.add(
                        .search, .damage,
                        Phrase(en: "The row cannot be read: \(detail).", fr: "La fiche est illisible : \(detail)."),
                        place: "\(table.name), row_no \(first)", remedy: Remedies.restore(examination.location))
                }
                return []
            }
            let middle = first + (last - first) / 2
            return try differences(table, first...middle, inspection, &unreadable)
                + differences(table, (middle + 1)...last, inspection, &unreadable)
        }
    }

    private func add(_ found: SearchComparison, _ table: String, _ collection: SearchCollection) {
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
                    fr: "L’index a d’autres mots que ses documents."), place: collection.name)
        }
    }

    private func add(_ what: Phrase, place: String) {
        examination.add(.search, .damage, what, place: place, remedy: Remedies.rebuild)
    }
}
