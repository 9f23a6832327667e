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
        AuditChecks(examination).run(inspection)
        ApplicationChecks(examination).run(inspection)
        JobChecks(examination).run(inspection)
        AssignmentChecks(examination).run(inspection)
        SearchChecks(examination).run(inspection)
        CurriculumChecks(examination).run(inspection)
    }

    private func checkFile(_ inspection: any StoreInspection) throws {
        for problem in try inspection.fileProblems(limit: Examination.namedLimit) {
            examination.add(
                .database, .damage,
                Phrase(en: "The database file is damaged: \(problem)", fr: "Le fichier est endommagé : \(problem)"),
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
}
