import Domain

/// The one table of everything a person can do.
public enum ActionCatalogue {
    public static let all: [ActionDescription] = global + moving + rows + records + layers

    private static let byName: [ActionName: ActionDescription] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0) })

    public static func description(of name: ActionName) -> ActionDescription {
        guard let found = byName[name] else { preconditionFailure("\(name) is not in the table of actions") }
        return found
    }

    private static let everywhere: [KeyContext] = [.global, .form, .palette, .text, .dialog]
    private static let lists: [KeyContext] = [.board, .table]
    private static let places: [KeyContext] = [.board, .table, .detail]

    private static let global: [ActionDescription] = [
        .init(
            .help, "Keys of this place", "Touches disponibles ici", in: everywhere,
            hint: Phrase(en: "keys", fr: "touches")),
        .init(
            .palette, "All actions", "Toutes les actions", in: [.global, .form],
            hint: Phrase(en: "actions", fr: "actions")),
        .init(.screen1, "Go to the pipeline", "Aller au pipeline", in: [.global]),
        .init(.screen2, "Go to the candidates", "Aller aux candidats", in: [.global]),
        .init(.screen3, "Go to the jobs", "Aller aux offres", in: [.global]),
        .init(.screen4, "Go to the conversations", "Aller aux conversations", in: [.global]),
        .init(.screen5, "Go to screen 5", "Aller à l’écran 5", in: [.global]),
        .init(.screen6, "Go to screen 6", "Aller à l’écran 6", in: [.global]),
        .init(.screen7, "Go to screen 7", "Aller à l’écran 7", in: [.global]),
        .init(.paneNext, "Next pane", "Volet suivant", in: [.global], hint: Phrase(en: "pane", fr: "volet")),
        .init(.panePrevious, "Previous pane", "Volet précédent", in: [.global]),
        .init(.paneZoom, "Zoom the pane", "Agrandir le volet", in: [.global], hint: Phrase(en: "zoom", fr: "zoom")),
        .init(
            .undo, "Undo", "Annuler la dernière action", in: [.global], hint: Phrase(en: "undo", fr: "annuler"),
            takesCount: true),
        .init(.redo, "Redo", "Rétablir", in: [.global], takesCount: true),
        .init(.again, "Repeat the last action", "Répéter la dernière action", in: [.global], takesCount: true),
        .init(.views, "Saved views", "Vues enregistrées", in: [.global], hint: Phrase(en: "views", fr: "vues")),
        .init(.back, "Back to where you were", "Revenir en arrière", in: [.global]),
        .init(.forward, "Forward again", "Repartir en avant", in: [.global]),
        .init(
            .close, "Close, or leave the program", "Fermer, ou quitter le programme", in: [.global, .dialog],
            hint: Phrase(en: "close", fr: "fermer")),
        .init(.quit, "Quit", "Quitter", in: [.global, .form]),
        .init(.cancel, "Cancel", "Annuler", in: everywhere, hint: Phrase(en: "cancel", fr: "annuler")),
        .init(.refresh, "Read again and redraw", "Relire et redessiner", in: [.global]),
        .init(.suspend, "Suspend the program", "Suspendre le programme", in: [.global, .form]),
        .init(
            .mouseToggle, "Mouse for the program or the terminal", "Souris au programme ou au terminal",
            in: [.global, .form]),
        .init(.themeChoose, "Choose a theme", "Choisir un thème", in: [.global]),
    ]

    private static let moving: [ActionDescription] = [
        .init(.moveDown, "Down", "Vers le bas", in: places + [.palette, .dialog], takesCount: true),
        .init(.moveUp, "Up", "Vers le haut", in: places + [.palette, .dialog], takesCount: true),
        .init(.moveLeft, "Left", "Vers la gauche", in: places, takesCount: true),
        .init(.moveRight, "Right", "Vers la droite", in: places, takesCount: true),
        .init(.pageDown, "Page down", "Page suivante", in: places + [.form, .palette, .dialog], takesCount: true),
        .init(.pageUp, "Page up", "Page précédente", in: places + [.form, .palette, .dialog], takesCount: true),
        .init(.goTop, "To the first", "Au premier", in: places + [.dialog]),
        .init(.goBottom, "To the last", "Au dernier", in: places + [.dialog]),
        .init(.open, "Open", "Ouvrir", in: places, hint: Phrase(en: "open", fr: "ouvrir")),
        .init(
            .filter, "Filter as you type", "Filtrer au fil de la frappe", in: places + [.dialog],
            hint: Phrase(en: "filter", fr: "filtrer")),
        .init(
            .profileToggle, "Show or hide the profile", "Afficher ou masquer le profil", in: places,
            hint: Phrase(en: "profile", fr: "profil")),
        .init(.sectionPrevious, "Previous section", "Section précédente", in: [.detail]),
        .init(
            .sectionNext, "Next section", "Section suivante", in: [.detail], hint: Phrase(en: "section", fr: "section")),
    ]

    private static let rows: [ActionDescription] = [
        .init(
            .selectToggle, "Select or deselect", "Sélectionner ou désélectionner", in: lists,
            hint: Phrase(en: "select", fr: "sélectionner")),
        .init(.selectRange, "Select a range", "Sélectionner une plage", in: lists),
        .init(.selectAll, "Select all", "Tout sélectionner", in: lists),
        .init(.sort, "Sort", "Trier", in: lists, hint: Phrase(en: "sort", fr: "trier")),
        .init(.copy, "Copy", "Copier", in: places, hint: Phrase(en: "copy", fr: "copier")),
        .init(.columns, "Choose columns", "Choisir les colonnes", in: [.table]),
    ]

    private static let records: [ActionDescription] = [
        .init(
            .cardPreviousStage, "Move a stage back", "Reculer d’une étape", in: places,
            hint: Phrase(en: "back", fr: "reculer"), takesCount: true, operation: "applications.changeStatus"),
        .init(
            .cardNextStage, "Move a stage on", "Avancer d’une étape", in: places,
            hint: Phrase(en: "move on", fr: "avancer"), takesCount: true, operation: "applications.changeStatus"),
        .init(
            .cardMoveTo, "Move to a stage", "Déplacer vers une étape", in: places,
            hint: Phrase(en: "move to", fr: "déplacer"), operation: "applications.changeStatus"),
        .init(
            .cardReject, "Reject", "Refuser", in: places, hint: Phrase(en: "reject", fr: "refuser"),
            isDestructive: true, operation: "applications.changeStatus"),
        .init(
            .cardHold, "Put on hold or take off", "Mettre en attente ou reprendre", in: places,
            operation: "applications.changeStatus"),
        .init(
            .noteAdd, "Add a note", "Ajouter une note", in: places, hint: Phrase(en: "note", fr: "note"),
            operation: "applications.notes.add"),
        .init(
            .conversationOpen, "Open the conversation", "Ouvrir la conversation", in: places,
            operation: "messaging.conversations.list"),
        .init(
            .messageReply, "Reply", "Répondre", in: [.table, .detail], hint: Phrase(en: "reply", fr: "répondre"),
            operation: "messaging.messages.send"),
        .init(
            .conversationRead, "Mark as read", "Marquer comme lue", in: [.table, .detail],
            hint: Phrase(en: "read", fr: "lu"), operation: "messaging.messages.markRead"),
        .init(
            .conversationArchive, "Put away or take back", "Archiver ou désarchiver", in: [.table, .detail],
            hint: Phrase(en: "put away", fr: "archiver"), operation: "messaging.conversations.update"),
        .init(
            .interviewSchedule, "Schedule an interview", "Planifier un entretien", in: places,
            hint: Phrase(en: "interview", fr: "entretien"), operation: "applications.scheduleInterview"),
        .init(
            .interviewChange, "Move, cancel or close an interview", "Déplacer, annuler ou clore un entretien",
            in: places,
            operation: "interviews.update"),
        .init(
            .offerMake, "Make an offer", "Faire une offre", in: places, hint: Phrase(en: "offer", fr: "offre"),
            operation: "applications.makeOffer"),
        .init(
            .offerRespond, "Send, rescind or answer the offer", "Envoyer, retirer ou répondre à l’offre", in: places,
            hint: Phrase(en: "offer", fr: "offre"), operation: "offers.respond"),
        .init(.recordAdd, "Add a record", "Ajouter une fiche", in: [.table], hint: Phrase(en: "add", fr: "ajouter")),
        .init(.recordDelete, "Delete the record", "Supprimer la fiche", in: places, isDestructive: true),
        .init(.editForm, "Edit", "Modifier", in: places, hint: Phrase(en: "edit", fr: "modifier")),
        .init(
            .editExternal, "Edit in your editor", "Modifier dans votre éditeur", in: places + [.form],
            hint: Phrase(en: "editor", fr: "éditeur")),
        .init(
            .applicationSource, "Put the candidate forward for a job", "Proposer le candidat pour un poste", in: places,
            operation: "applications.source"),
        .init(
            .applicationSubmit, "Apply for the job", "Postuler à l’offre", in: [.table, .detail],
            hint: Phrase(en: "apply", fr: "postuler"), operation: "applications.submit"),
        .init(
            .applicationWithdraw, "Withdraw the application", "Retirer la candidature", in: [.table, .detail],
            hint: Phrase(en: "withdraw", fr: "retirer"), isDestructive: true, operation: "applications.withdraw"),
        .init(
            .skillsEdit, "Edit the skills", "Modifier les compétences", in: places,
            hint: Phrase(en: "skills", fr: "compétences"), operation: "candidates.skills.set"),
        .init(.fileOpen, "Open the CV file", "Ouvrir le fichier du CV", in: places, operation: "candidates.cv.get"),
        .init(
            .fileSave, "Save the CV file", "Enregistrer le fichier du CV", in: places, operation: "candidates.cv.get"),
        .init(
            .fileAttach, "Attach a CV", "Joindre un CV", in: places, hint: Phrase(en: "attach CV", fr: "joindre un CV"),
            operation: "candidates.cv.upload"),
        .init(
            .jobPublish, "Publish the job", "Publier l’offre d’emploi", in: [.table, .detail],
            hint: Phrase(en: "publish", fr: "publier"), operation: "jobs.publish"),
        .init(
            .jobClose, "Close the job", "Clore l’offre d’emploi", in: [.table, .detail],
            hint: Phrase(en: "close the job", fr: "clore l’offre"), operation: "jobs.close"),
        .init(
            .jobDuplicate, "Duplicate the job", "Dupliquer l’offre d’emploi", in: [.table, .detail],
            hint: Phrase(en: "duplicate", fr: "dupliquer"), operation: "jobs.duplicate"),
    ]

    private static let layers: [ActionDescription] = [
        .init(.formNext, "Next field", "Champ suivant", in: [.form], hint: Phrase(en: "next", fr: "suivant")),
        .init(.formPrevious, "Previous field", "Champ précédent", in: [.form]),
        .init(.formSubmit, "Confirm", "Valider", in: [.form], hint: Phrase(en: "confirm", fr: "valider")),
        .init(.paletteRun, "Run", "Exécuter", in: [.palette]),
        .init(.paletteComplete, "Complete", "Compléter", in: [.palette]),
        .init(.textAccept, "Accept", "Accepter", in: [.text]),
        .init(.dialogConfirm, "Yes", "Oui", in: [.dialog]),
        .init(.dialogChoose, "Choose", "Choisir", in: [.dialog, .form]),
        .init(.dialogPrevious, "Previous choice", "Choix précédent", in: [.dialog, .form]),
        .init(.dialogNext, "Next choice", "Choix suivant", in: [.dialog, .form]),
    ]
}
