import Domain
import Engine
import Storage
import StorageSQLite

/// The database file, and then what is in it.
struct DatabaseChecks {
    let examination: Examination
    private var location: WorkspaceLocation { examination.location }

    init(_ examination: Examination) { self.examination = examination }

    /// The database for reading; `nil`, with a finding, where not even that works.
    func open() -> SQLiteInspection? {
        guard FileStatus(location.database)?.isFile == true else { return nil }
        var inspection: SQLiteInspection?
        examination.run(.database) { inspection = try SQLiteInspection(path: location.database) }
        return inspection
    }

    func run(_ inspection: SQLiteInspection) {
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

    private func checkFile(_ inspection: SQLiteInspection) throws {
        for problem in try inspection.fileProblems(limit: Examination.namedLimit) {
            examination.add(
                .database, .damage,
                Phrase(en: "The database file is damaged: \(problem)", fr: "Le fichier est endommagé : \(problem)"),
                place: location.database, remedy: Remedies.restore(location))
        }
        examination.conclude(
            .database,
            Phrase(en: "Every page and index is whole.", fr: "Toutes les pages et tous les index sont intacts."))
    }

    private func checkReferences(_ inspection: SQLiteInspection) throws {
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
    private func checkSchema(_ inspection: SQLiteInspection) throws -> Bool {
        let known = EngineSchema.migrations.last?.number ?? 0
        let found: Int = try inspection.read { transaction in
            guard try transaction.exists("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'") else {
                return 0
            }
            return try transaction.value("SELECT COALESCE(MAX(number), 0) FROM schema_migration") ?? 0
        }
        if found == 0 {
            examination.add(
                .schema, .damage, WorkspaceProblem.notAWorkspace(path: location.database).phrase,
                place: location.database)
        } else if found > known {
            examination.add(
                .schema, .warning, WorkspaceProblem.newer(found: found, known: known).phrase, place: location.database)
        } else if found < known {
            examination.add(
                .schema, .warning,
                Phrase(
                    en: "The workspace is older than the program (schema \(found) of \(known)).",
                    fr: "L’espace est plus ancien que le programme (schéma \(found) sur \(known))."),
                place: location.database,
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
