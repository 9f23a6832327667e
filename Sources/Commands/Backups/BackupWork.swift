import Domain
import Engine
import Workspace

/// What `rplus backup` does.
struct BackupWork {
    let workspace: Workspace
    let context: CommandContext

    func create(note: String?) throws -> ExitStatus {
        let made = try workspace.backUp(note: note.map { Printing.clean($0) })
        let size = BackupText.size(made)
        context.say(
            Phrase(
                en: "Backup \(made.name): \(size.english), read back and whole.",
                fr: "Sauvegarde \(made.name) : \(size.french), relue et intacte."))
        warn(
            of: made.missingFiles ?? [],
            Phrase(
                en: "Files of CVs that are missing or altered in the workspace, and so not in the copy",
                fr: "Fichiers de CV absents ou modifiés dans l’espace, et donc absents de la copie"))
        return .done
    }

    func list() throws -> ExitStatus {
        let backups = try workspace.backups.list()
        if backups.isEmpty {
            context.say(
                Phrase(
                    en: "There is no backup yet: `rplus backup create` makes one.",
                    fr: "Aucune sauvegarde : `rplus backup create` en fait une."))
        }
        for backup in backups { context.output.line(BackupText.line(backup, context.language)) }
        return .done
    }

    func verify(_ name: String) throws -> ExitStatus {
        let backup = try workspace.backups.verify(name, at: workspace.engine.adapters.clock.now())
        context.say(Phrase(en: "\(backup.name) is whole.", fr: "\(backup.name) est intacte."))
        warn(
            of: backup.missingFiles ?? [],
            Phrase(
                en: "Files of CVs that were missing already when it was made",
                fr: "Fichiers de CV qui manquaient déjà quand elle a été faite"))
        return .done
    }

    /// Names files in the place of which there is nothing, to standard error.
    private func warn(of files: [String], _ what: Phrase) {
        guard !files.isEmpty else { return }
        let names = FileNames.text(files)
        context.complain(
            Phrase(
                en: "\(what.english): \(files.count) (\(names.english)). `rplus doctor` says whose they are.",
                fr: "\(what.french) : \(files.count) (\(names.french)). `rplus doctor` dit à qui ils sont."))
    }

    func restore(_ name: String, asks: Bool) throws -> ExitStatus {
        guard try !asks || isConfirmed(name) else {
            context.say(Phrase(en: "Nothing was changed.", fr: "Rien n’a été modifié."))
            return .failed
        }
        let done = try workspace.restore(name)
        context.say(
            Phrase(
                en: "The workspace is as it was in \(done.restored.name). What there was before: \(done.before.name).",
                fr: "L’espace est tel que dans \(done.restored.name). L’état précédent : \(done.before.name)."))
        warn(
            of: done.missing,
            Phrase(
                en: "Files of CVs that are good neither in the copy nor in the workspace",
                fr: "Fichiers de CV qui ne sont intacts ni dans la copie ni dans l’espace"))
        return .done
    }

    /// Nothing but the typed name will do.
    private func isConfirmed(_ name: String) throws -> Bool {
        let shown = Printing.clean(name)
        let place = workspace.location.shown
        context.say(
            Phrase(
                en: "Everything in \(place) becomes what it was in \(shown).",
                fr: "Tout le contenu de \(place) redevient celui de \(shown)."))
        let question = Phrase(
            en: "Type the copy's name to go on: ", fr: "Tapez le nom de la copie pour continuer : ")
        context.output.write(question[context.language])
        var lines = LineReader(context.input, limit: 1_000)
        guard case .bytes(let bytes) = try lines.next() else { return false }
        return String(decoding: bytes, as: UTF8.self) == name
    }
}
