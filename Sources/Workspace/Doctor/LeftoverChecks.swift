import Domain
import Glibc
import Storage

/// What interrupted work left behind, and the room that there is for more.
struct LeftoverChecks {
    let examination: Examination
    private var location: WorkspaceLocation { examination.location }
    /// What is younger may still be in use.
    private static let graceSeconds = 3_600
    /// Less than this many free bytes is too little for anything.
    private static let smallestSpace = 256 * 1_048_576

    init(_ examination: Examination) { self.examination = examination }

    /// `inspection` is `nil` where the database cannot be looked into.
    func run(_ inspection: (any StoreInspection)?) {
        for (folder, isLeftover) in [
            (location.folder, isUnfinished), (location.files, isTemporary), (location.backups, isPartial),
            (location.state + "/sessions", isTemporary),
        ] {
            do {
                for name in try PrivateFolder.names(in: folder) where isLeftover(name) { check("\(folder)/\(name)") }
            } catch {
                examination.add(
                    .leftovers, .warning,
                    Phrase(
                        en: "The folder cannot be looked through: \(error.phrase.english)",
                        fr: "Le dossier ne peut pas être parcouru : \(error.phrase.french)"), place: folder)
            }
        }
        if let inspection { examination.run(.leftovers) { try checkRestore(inspection) } }
        examination.conclude(.leftovers, Phrase(en: "There are none.", fr: "Il n’y en a pas."))
        checkSpace()
    }

    private var isUnfinished: (String) -> Bool {
        let starts = [location.unfinishedDatabase, location.database + ".restoring"].map {
            $0.split(separator: "/").last.map(String.init) ?? ""
        }
        return { name in starts.contains { name.hasPrefix($0) } }
    }

    private var isTemporary: (String) -> Bool { { $0.hasPrefix(PrivateFile.temporaryPrefix) } }

    private var isPartial: (String) -> Bool {
        { $0.contains(".partial") || $0.hasPrefix(PrivateFile.temporaryPrefix) }
    }

    private func checkRestore(_ inspection: any StoreInspection) throws {
        for leftover in try inspection.restoreLeftovers() {
            examination.add(
                .leftovers, .warning,
                Phrase(
                    en: "A restore that was interrupted left the schema \(leftover.name) behind.",
                    fr: "Une restauration interrompue a laissé le schéma \(leftover.name)."), place: location.store,
                remedy: Phrase(
                    en: "Nothing needs it: the next `rplus backup restore` clears it away, or \(leftover.removal).",
                    fr: """
                        Rien n’en a besoin : le prochain `rplus backup restore` l’enlève, ou bien \(leftover.removal).
                        """))
        }
    }

    private func check(_ path: String) {
        let now = Int(examination.request.now.milliseconds / 1000)
        guard let status = FileStatus(path), now - status.modifiedSeconds > Self.graceSeconds else { return }
        examination.add(
            .leftovers, .warning,
            Phrase(en: "Interrupted work left it behind.", fr: "Un travail interrompu l’a laissé."), place: path,
            remedy: Remedies.remove, command: Remedies.removing(path))
    }

    private func checkSpace() {
        var space = statvfs()
        guard statvfs(location.folder, &space) == 0 else { return }
        let free = Int(space.f_bavail) * Int(space.f_frsize)
        let database = FileStatus(location.database)?.size ?? 0
        let megabytes = free / 1_048_576
        guard free < max(database, Self.smallestSpace) else {
            return examination.add(
                .diskSpace, .ok, Phrase(en: "\(megabytes) MB are free.", fr: "\(megabytes) Mo sont libres."))
        }
        examination.add(
            .diskSpace, .warning,
            Phrase(
                en: "Only \(megabytes) MB are free: too little for a backup of the database.",
                fr: "Seulement \(megabytes) Mo libres : trop peu pour une sauvegarde de la base."),
            place: location.folder,
            remedy: Phrase(
                en: "Free some space on the disk, or move the workspace.",
                fr: "Libérez de la place sur le disque, ou déplacez l’espace."))
    }
}
