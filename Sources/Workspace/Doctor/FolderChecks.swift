import Domain
import Glibc

/// The workspace's folder and who may read what is in it.
struct FolderChecks {
    let examination: Examination
    private var location: WorkspaceLocation { examination.location }

    init(_ examination: Examination) { self.examination = examination }

    func run() {
        do throws(WorkspaceProblem) {
            if location.server == nil {
                try WorkspaceFolder(location).requireWorkspace()
            } else if FileStatus(location.folder)?.isFolder != true {
                // The rows are on the server; the folder comes with the first file.
                return examination.add(
                    .folder, .warning,
                    Phrase(
                        en: "The folder for the files of CVs is not there yet.",
                        fr: "Le dossier des fichiers de CV n’existe pas encore."), place: location.folder)
            }
            examination.add(
                .folder, .ok,
                Phrase(en: "The workspace is in \(location.folder).", fr: "L’espace est dans \(location.folder)."))
        } catch {
            examination.add(
                .folder, .damage, error.phrase, place: location.folder, remedy: remedy(for: error),
                command: command(for: error))
        }
        for folder in [location.folder, location.files, location.backups, location.state, location.state + "/sessions"]
        {
            check(folder, allowed: 0o700)
        }
        let files = ["", "-wal", "-shm"].map { location.database + $0 } + [location.log, location.session]
        for file in files { check(file, allowed: 0o600) }
        examination.conclude(
            .permissions, Phrase(en: "Only you may read the files.", fr: "Vous seul pouvez lire les fichiers."))
    }

    private func check(_ path: String, allowed: mode_t) {
        guard let status = FileStatus(path) else { return }
        if status.mode & ~allowed & 0o777 != 0 {
            let mode = String(status.mode, radix: 8)
            examination.add(
                .permissions, .warning,
                Phrase(
                    en: "Others than you may use it (mode \(mode)).",
                    fr: "D’autres que vous y ont accès (mode \(mode))."),
                place: path, command: Remedies.permitting(String(allowed, radix: 8), path))
        }
        if status.owner != geteuid() && geteuid() != 0 {
            examination.add(
                .permissions, .warning,
                Phrase(en: "It belongs to another user.", fr: "Il appartient à un autre utilisateur."), place: path,
                command: "chown \(geteuid()) \(ShellWord.of(path))")
        }
    }

    private func remedy(for problem: WorkspaceProblem) -> Phrase? {
        switch problem {
        case .missing where !((try? WorkspaceFolder(location).unfinishedNames()) ?? []).isEmpty:
            Phrase(
                en: "Making it was interrupted. Run the same `rplus demo` or `rplus init` again; it starts afresh.",
                fr: "Sa création a été interrompue. Relancez la même commande `rplus demo` ou `rplus init`.")
        default: nil
        }
    }

    private func command(for problem: WorkspaceProblem) -> String? {
        guard case .notPermitted(let path) = problem else { return nil }
        return Remedies.permitting("u+rw", path)
    }
}
