import Domain

extension WorkspaceProblem {
    /// The problem in words.
    public var phrase: Phrase {
        switch self {
        case .noHome(let variable):
            Phrase(
                en: "No home folder is known. Set HOME or \(variable), or use --workspace DIR.",
                fr: "Aucun dossier personnel connu. Définissez HOME ou \(variable), ou utilisez --workspace DIR.")
        case .emptyPath:
            Phrase(en: "The workspace's folder is an empty text.", fr: "Le dossier de l’espace de travail est vide.")
        case .notAnAddress:
            Phrase(
                en: "A database has an address such as postgres://user@host/name; a folder is named by --workspace.",
                fr: "Une base a une adresse comme postgres://utilisateur@hôte/nom ; un dossier se dit par --workspace.")
        case .unusableSettings(let place, let problem):
            Phrase(
                en: """
                    \(place): \(problem.english) So it is not known which database your workspace has, and nothing was \
                    opened. Mend the file (`rplus doctor` looks it over), or name a workspace by --workspace.
                    """,
                fr: """
                    \(place) : \(problem.french) La base de votre espace de travail n’est donc pas connue, et rien n’a \
                    été ouvert. Corrigez le fichier (`rplus doctor` l’examine), ou désignez un espace par --workspace.
                    """)
        case .unreachable(let server, let detail):
            Phrase(
                en: "The database at \(server) cannot be reached: \(detail)",
                fr: "La base \(server) est injoignable : \(detail)")
        case .missing(let folder):
            Phrase(
                en: "There is no workspace in \(folder). Make one with `rplus init`, or try `rplus demo`.",
                fr: "Aucun espace de travail dans \(folder). Créez-en un avec `rplus init`, ou essayez `rplus demo`.")
        case .notAWorkspace(let path):
            Phrase(
                en: "\(path) is not a RecrutementPlus workspace; nothing was touched. Choose another folder.",
                fr: "\(path) n’est pas un espace RecrutementPlus ; rien n’a été modifié. Choisissez un autre dossier.")
        case .unfinished(let store):
            Phrase(
                en: """
                    Making the workspace in \(store) was interrupted. Run the same command again (`rplus init`, `rplus \
                    demo` or `rplus migrate-store`); it starts afresh.
                    """,
                fr: """
                    La création de l’espace dans \(store) a été interrompue. Relancez la même commande (`rplus init`, \
                    `rplus demo` ou `rplus migrate-store`) ; elle repart de zéro.
                    """)
        case .exists(let folder):
            Phrase(
                en: "There is a workspace in \(folder) already. Open it, or choose another folder.",
                fr: "Un espace de travail existe déjà dans \(folder). Ouvrez-le ou choisissez un autre dossier.")
        case .sameStore(let store):
            Phrase(
                en: "\(store) is both where to copy from and where to copy to. Name another place.",
                fr: "\(store) est à la fois l’origine et la destination. Indiquez un autre endroit.")
        case .fileInTheWay(let path):
            Phrase(
                en: "\(path) is a file where a folder is needed. Move it away or choose another folder.",
                fr: "\(path) est un fichier là où il faut un dossier. Déplacez-le ou choisissez un autre dossier.")
        case .notPermitted(let path):
            Phrase(
                en: "You may not write \(path). Check who owns it and its permissions.",
                fr: "Vous ne pouvez pas écrire \(path). Vérifiez son propriétaire et ses droits.")
        case .readOnly(let path):
            Phrase(
                en: "\(path) is on a file system that is mounted for reading only.",
                fr: "\(path) se trouve sur un système de fichiers en lecture seule.")
        case .diskFull(let path):
            Phrase(
                en: "The disk that holds \(path) is full. Free some space and try again; nothing was lost.",
                fr: "Le disque de \(path) est plein. Libérez de la place et réessayez ; rien n’est perdu.")
        case .newer(let found, let known):
            Phrase(
                en: """
                    This workspace was written by a newer RecrutementPlus (schema \(found); this one knows \(known)). \
                    Install the newer version.
                    """,
                fr: """
                    Cet espace a été écrit par une version plus récente (schéma \(found), celle-ci connaît \(known)). \
                    Installez la version récente.
                    """)
        case .damaged(let path, let detail):
            Phrase(
                en: "\(path) is damaged (\(detail)). Run `rplus doctor`, then restore a backup.",
                fr: "\(path) est endommagé (\(detail)). Lancez `rplus doctor`, puis restaurez une sauvegarde.")
        case .busy(let folder):
            Phrase(
                en: "Another program is writing to \(folder) and did not finish in time. Try again.",
                fr: "Un autre programme écrit dans \(folder) et n’a pas fini à temps. Réessayez.")
        case .notADemo(let folder):
            Phrase(
                en: "\(folder) is a real workspace; a demo would be in its way. Choose another folder by --workspace.",
                fr:
                    "\(folder) est un espace réel ; pas de démonstration ici. Choisissez un autre dossier (--workspace)."
            )
        case .otherDemo(let folder, let made, let asked):
            Phrase(
                en: """
                    The demo in \(folder) was made with \(made); you asked for \(asked). Leave the numbers out to open \
                    it, or choose another folder by --workspace.
                    """,
                fr: """
                    La démonstration de \(folder) a été créée avec \(made) ; vous demandez \(asked). Retirez les nombres \
                    pour l’ouvrir, ou choisissez un autre dossier (--workspace).
                    """)
        case .noSuchUser(let email):
            Phrase(
                en: "There is no active account \(email) in this workspace.",
                fr: "Aucun compte actif \(email) dans cet espace de travail.")
        case .noBackup(let name, let folder):
            Phrase(
                en: "There is no backup '\(name)' in \(folder). `rplus backup list` names them.",
                fr: "Aucune sauvegarde « \(name) » dans \(folder). `rplus backup list` les énumère.")
        case .damagedBackup(let name, let detail):
            Phrase(
                en: "The backup \(name) is damaged (\(detail)) and cannot be restored. Choose another one.",
                fr:
                    "La sauvegarde \(name) est endommagée (\(detail)), on ne peut la restaurer. Choisissez-en une autre."
            )
        case .damagedFiles(let name, let files):
            Phrase(
                en: """
                    The backup \(name) is damaged: files that are altered or missing in it: \(files.count) \
                    (\(FileNames.text(files).english)). Its database is whole: `rplus backup restore` brings back the rest.
                    """,
                fr: """
                    La sauvegarde \(name) est endommagée : fichiers modifiés ou absents : \(files.count) \
                    (\(FileNames.text(files).french)). Sa base est intacte : `rplus backup restore` rétablit le reste.
                    """)
        case .backupFailed(let detail):
            Phrase(
                en: "No backup was made: the database is damaged (\(detail)). Run `rplus doctor`.",
                fr: "Aucune sauvegarde n’a été faite : la base est endommagée (\(detail)). Lancez `rplus doctor`.")
        case .failed(let path, let detail):
            Phrase(en: "\(path): \(detail).", fr: "\(path) : \(detail).")
        }
    }
}

extension WorkspaceProblem: CustomStringConvertible {
    public var description: String { phrase.english }
}
