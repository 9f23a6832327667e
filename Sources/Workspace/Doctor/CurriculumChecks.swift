import Domain
import Engine
import Glibc
import Storage

/// The files of CVs: each that a row names is there and is what was kept, and no other is.
struct CurriculumChecks {
    let examination: Examination
    private var location: WorkspaceLocation { examination.location }
    /// A file is kept a moment before its row is written.
    private static let graceSeconds = 3_600

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.files) {
            let names = try PrivateFolder.names(in: location.files)
            let checked = try inspection.read { try compare(names.filter { FileFolder.isName($0) }, $0) }
            for name in names where !FileFolder.isName(name) && !name.hasPrefix(PrivateFile.temporaryPrefix) {
                addOrphan(name)
            }
            examination.conclude(
                .files,
                Phrase(
                    en: "All \(checked) files of CVs are as they were kept.",
                    fr: "Les \(checked) fichiers de CV sont tels qu’ils ont été gardés."))
        }
    }

    /// Goes through both lists, which are in the same order, side by side.
    private func compare(_ names: [String], _ transaction: any Transaction) throws -> Int {
        var next = 0
        var checked = 0
        var missing = 0
        // Exports are files too. A document that was erased with its person has none.
        try transaction.forEach(
            """
            SELECT sha256, MAX(of_cv) FROM (SELECT sha256, 1 AS of_cv FROM cv WHERE sha256 <> ''
            UNION ALL SELECT sha256, 0 FROM export_file) named GROUP BY sha256 ORDER BY sha256
            """
        ) { row in
            let name = row.text(0)
            while next < names.count, names[next] < name {
                addOrphan(names[next])
                next += 1
            }
            if next < names.count, names[next] == name {
                check(name)
                checked += 1
                next += 1
                if checked % 500 == 0 { examination.advance(.files, checked, of: names.count) }
            } else {
                missing += 1
                if missing <= Examination.namedLimit {
                    if row.integer(1) == 1 { try addMissing(name, transaction) } else { addMissingExport(name) }
                }
            }
            return true
        }
        while next < names.count {
            addOrphan(names[next])
            next += 1
        }
        examination.addRest(.files, missing)
        return checked
    }

    private func check(_ name: String) {
        let path = "\(location.files)/\(name)"
        guard let digest = FileDigest.sha256(of: path) else {
            return examination.add(
                .files, .damage, Phrase(en: "The file cannot be read.", fr: "Le fichier est illisible."), place: path,
                command: Remedies.permitting("600", path))
        }
        guard digest != name else { return }
        addDamage(name, Phrase(en: "The file of a CV was altered.", fr: "Le fichier d’un CV a été modifié."))
    }

    /// Tells of a file that is not good, and of a good copy of it where a backup has one.
    private func addDamage(_ name: String, _ what: Phrase) {
        let path = "\(location.files)/\(name)"
        do throws(WorkspaceProblem) {
            let copies = try PrivateFolder.names(in: location.backups).reversed().lazy
                .map { "\(location.backups)/\($0)/files/\(name)" }
            if FileFolder.isName(name), let copy = copies.first(where: { FileDigest.sha256(of: $0) == name }) {
                return examination.add(
                    .files, .damage, what, place: path,
                    remedy: Phrase(en: "A backup has it.", fr: "Une sauvegarde l’a."),
                    command: "install -m 600 \(ShellWord.of(copy)) \(ShellWord.of(location.files))/")
            }
            examination.add(
                .files, .damage, what, place: path,
                remedy: Phrase(
                    en: "No backup in \(location.backups) has it. Take it from another copy, or upload the CV again.",
                    fr: "Aucune sauvegarde de \(location.backups) ne l’a. Prenez-le ailleurs, ou redéposez le CV."))
        } catch {
            examination.add(
                .files, .damage, what, place: path,
                remedy: Phrase(
                    en: "Whether a backup has it could not be looked up: \(error.phrase.english)",
                    fr: "Impossible de savoir si une sauvegarde l’a : \(error.phrase.french)"))
        }
    }

    private func addMissing(_ name: String, _ transaction: any Transaction) throws {
        let owner = try transaction.first(
            "SELECT candidate_id, filename FROM cv WHERE sha256 = \(name) ORDER BY id LIMIT 1"
        ) { columns in (try columns.next(Candidate.ID.self), try columns.next(String.self)) }
        let (candidate, filename) = owner.map { ("\($0.0)", LogText.safe($0.1)) } ?? ("?", "?")
        addDamage(
            name,
            Phrase(
                en: "The file of the CV \(filename) of candidate \(candidate) is missing.",
                fr: "Le fichier du CV \(filename) du candidat \(candidate) manque."))
    }

    /// An export can be made again at any time.
    private func addMissingExport(_ name: String) {
        examination.add(
            .files, .warning,
            Phrase(en: "The file of an export is missing.", fr: "Le fichier d’un export manque."),
            place: "\(location.files)/\(name)",
            remedy: Phrase(en: "Export again if it is still wanted.", fr: "Exportez à nouveau si besoin."))
    }

    private func addOrphan(_ name: String) {
        let path = "\(location.files)/\(name)"
        let now = Int(examination.request.now.milliseconds / 1000)
        guard let status = FileStatus(path), now - status.modifiedSeconds > Self.graceSeconds else { return }
        examination.add(
            .files, .warning,
            Phrase(en: "No CV or export has this file.", fr: "Aucun CV ni export n’a ce fichier."), place: path,
            remedy: Remedies.remove, command: Remedies.removing(path))
    }
}
