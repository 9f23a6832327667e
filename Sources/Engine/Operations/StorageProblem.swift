import Domain
import Storage

extension StorageError {
    /// What a caller is told when the database refuses.
    var problem: Problem {
        switch self {
        case .constraint(.unique, _):
            .conflict(
                Phrase(
                    en: "Another row already has this value; it was taken a moment ago.",
                    fr: "Une autre fiche porte déjà cette valeur ; elle vient d’être prise."))
        case .busy:
            Problem(
                .unavailable,
                Phrase(
                    en: "Another program is writing to this workspace and did not finish in time. Try again.",
                    fr: "Un autre programme écrit dans cet espace et n’a pas fini à temps. Réessayez."),
                retryAfter: 1)
        case .full:
            Problem(
                .unavailable,
                Phrase(
                    en: "The disk is full. Nothing was changed; free some space and try again.",
                    fr: "Le disque est plein. Rien n’a été modifié ; libérez de la place puis réessayez."))
        case .readOnly:
            Problem(
                .unavailable,
                Phrase(
                    en: "The workspace cannot be written. Check the permissions of its folder.",
                    fr: "L’espace de travail n’est pas accessible en écriture. Vérifiez les droits du dossier."))
        case .unreachable:
            Problem(
                .unavailable,
                Phrase(
                    en: "The database server does not answer. Nothing was changed; try again in a moment.",
                    fr: "Le serveur de la base ne répond pas. Rien n’a été modifié ; réessayez dans un instant."),
                retryAfter: 2)
        case .uncertain:
            Problem(
                .unavailable,
                Phrase(
                    en: """
                        The database server went away while the change was being kept. Look whether it is there before \
                        you try again.
                        """,
                    fr: """
                        Le serveur de la base s’est arrêté pendant l’enregistrement. Vérifiez si la modification est \
                        là avant de réessayer.
                        """))
        case .tooLong:
            Problem(
                .unavailable,
                Phrase(
                    en: "The database took too long and was stopped. Nothing was changed; ask for less at once.",
                    fr:
                        "La base a mis trop longtemps et a été arrêtée. Rien n’a été modifié ; demandez moins à la fois."
                ))
        case .corrupt:
            Problem(
                .internalError,
                Phrase(
                    en: "The workspace's database is damaged. Run `rplus doctor`.",
                    fr: "La base de l’espace de travail est endommagée. Lancez `rplus doctor`."))
        default: .internalError
        }
    }
}
