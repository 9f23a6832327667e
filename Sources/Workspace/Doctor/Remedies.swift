import Domain

/// How to mend what was found, where several findings are mended alike.
enum Remedies {
    static func restore(_ location: WorkspaceLocation) -> Phrase {
        guard location.server == nil else {
            return Phrase(
                en: """
                    Close every rplus, make an empty database, and copy the newest whole backup of \(location.backups) \
                    into it: put it as workspace.db into a folder of its own, then `rplus migrate-store FOLDER ADDRESS`.
                    """,
                fr: """
                    Fermez tous les rplus, créez une base vide et copiez-y la dernière sauvegarde intacte de \
                    \(location.backups) : placez-la comme workspace.db dans un dossier à elle, puis `rplus migrate-store \
                    DOSSIER ADRESSE`.
                    """)
        }
        return Phrase(
            en: """
                Close every rplus, keep a copy of \(location.folder), and put the newest whole database of \
                \(location.backups) in the place of workspace.db (and remove workspace.db-wal and workspace.db-shm).
                """,
            fr: """
                Fermez tous les rplus, gardez une copie de \(location.folder), puis mettez la dernière base intacte de \
                \(location.backups) à la place de workspace.db (et supprimez workspace.db-wal et workspace.db-shm).
                """)
    }

    static let rebuild = Phrase(
        en:
            "Run `rplus doctor --rebuild`: it makes counters, openings, sorting keys and the search index anew from the rows.",
        fr:
            "Lancez `rplus doctor --rebuild` : compteurs, ouvertures, clés de tri et index de recherche sont refaits."
    )

    static let historyFirst = Phrase(
        en: "Restore the histories first: what is counted anew from them now would only hide what is missing.",
        fr: "Rétablissez d’abord les historiques : recompter maintenant ne ferait que cacher ce qui manque.")

    static let remove = Phrase(
        en: "Nothing needs it: it can be removed.", fr: "Rien n’en a besoin : il peut être supprimé.")

    static func removing(_ path: String) -> String {
        (FileStatus(path)?.isFolder == true ? "rm -r " : "rm ") + ShellWord.of(path)
    }

    /// - Parameter mode: as `chmod` takes it, such as `600`.
    static func permitting(_ mode: String, _ path: String) -> String { "chmod \(mode) \(ShellWord.of(path))" }
}
