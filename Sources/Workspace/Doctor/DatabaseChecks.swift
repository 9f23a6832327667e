import Domain
import Engine
import Storage
import StoragePostgres
import StorageSQLite

/// The database file, and then what is in it.
struct DatabaseChecks {
    let examination: Examination
    private var location: WorkspaceLocation { examination.location }

    init(_ examination: Examination) { self.examination = examination }

    /// The database for reading; `nil`, with a finding, where not even that works.
    func open() -> (any StoreInspection)? {
        var inspection: (any StoreInspection)?
        if let server = location.server {
            examination.run(.database) { inspection = try PostgresInspection(server) }
        } else if FileStatus(location.database)?.isFile == true {
            examination.run(.database) { inspection = try SQLiteInspection(path: location.database) }
        }
        return inspection
    }

    func run(_ inspection: any StoreInspection) {
        examination.run(.database) { try checkFile(inspection) }
        examination.run(.references) { try checkReferences(inspection) }
        var isCurrent = false
        examination.run(.schema) { isCurrent = try checkSchema(inspection) }
        guard isCurrent else { return }
        examination.run(.clock) { try inspection.read(checkClock) }
        AuditChecks(examination).run(inspection)
        ApplicationChecks(examination).run(inspection)
        PrivacyChecks(examination).run(inspection)
        JobChecks(examination).run(inspection)
        AssignmentChecks(examination).run(inspection)
        examination.run(.keys) { try inspection.read(checkKeys) }
        SearchChecks(examination).run(inspection)
        CurriculumChecks(examination).run(inspection)
    }

    private func checkFile(_ inspection: any StoreInspection) throws {
        for problem in try inspection.fileProblems(limit: Examination.namedLimit) {
            examination.add(
                .database, .damage,
                Phrase(en: "The database is damaged: \(problem)", fr: "La base est endommagée : \(problem)"),
                place: location.store, remedy: Remedies.restore(location))
        }
        examination.conclude(
            .database,
            Phrase(en: "Every page and index is whole.", fr: "Toutes les pages et tous les index sont intacts."))
    }

    private func checkReferences(_ inspection: any StoreInspection) throws {
        for broken in try inspection.brokenReferences(limit: Examination.namedLimit) {
            examination.add(
                .references, .damage,
                Phrase(
                    en: "It refers to a row of \(broken.parent) that is not there.",
                    fr: "Elle renvoie à une fiche de \(broken.parent) qui n’existe pas."),
                place: "\(broken.table), row \(broken.row)", remedy: Remedies.restore(location))
        }
        examination.conclude(
            .references, Phrase(en: "No row refers to a missing one.", fr: "Aucune fiche ne renvoie à une absente."))
    }

    /// Whether the schema is the one that this program knows.
    private func checkSchema(_ inspection: any StoreInspection) throws -> Bool {
        let known = EngineSchema.migrations.last?.number ?? 0
        let found = try inspection.schemaVersion()
        if found == 0 {
            examination.add(
                .schema, .damage, WorkspaceProblem.notAWorkspace(path: location.store).phrase,
                place: location.store)
        } else if found > known {
            examination.add(
                .schema, .warning, WorkspaceProblem.newer(found: found, known: known).phrase, place: location.store)
        } else if found < known {
            examination.add(
                .schema, .warning,
                Phrase(
                    en: "The workspace is older than the program (schema \(found) of \(known)).",
                    fr: "L’espace est plus ancien que le programme (schéma \(found) sur \(known))."),
                place: location.store,
                remedy: Phrase(
                    en: "Open it once: it is backed up and brought up to date. Then run doctor again.",
                    fr: "Ouvrez-le une fois : il est sauvegardé puis mis à jour. Relancez ensuite doctor."))
        } else {
            examination.conclude(
                .schema, Phrase(en: "Schema \(found) is current.", fr: "Le schéma \(found) est à jour."))
        }
        return found == known
    }

    /// Whoever asks what changed since a moment of the clock has to be told of every row.
    private func checkClock(_ transaction: any Transaction) throws {
        let found = try RowClock.compare(in: transaction)
        if found.clock < found.highest {
            examination.add(
                .clock, .damage,
                Phrase(
                    en: "The clock stands at \(found.clock), but a row was written at \(found.highest).",
                    fr: "L’horloge est à \(found.clock), mais une fiche a été écrite à \(found.highest)."),
                place: "sync_meta, \(found.table)", remedy: Remedies.rebuild)
        }
        examination.conclude(
            .clock, Phrase(en: "No row is ahead of it.", fr: "Aucune fiche n’est en avance sur elle."))
    }

    private func checkKeys(_ transaction: any Transaction) throws {
        var wrong = 0
        try SortingKeys.forEachWrong(in: transaction) { table, id in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return }
            examination.add(
                .keys, .damage,
                Phrase(
                    en: "It is sorted and found by another name than its own.",
                    fr: "La fiche est triée et trouvée sous un autre nom que le sien."),
                place: "\(table) \(id)", remedy: Remedies.rebuild)
        }
        examination.addRest(.keys, wrong)
        examination.conclude(
            .keys,
            Phrase(en: "Rows are sorted by their own names.", fr: "Les fiches sont triées par leurs propres noms."))
    }
}
