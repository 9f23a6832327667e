import Domain
import Engine

/// Copies in words.
enum BackupText {
    static func line(_ backup: Backup, _ language: Language) -> String {
        if let damage = backup.damage {
            let file = Printing.clean(damage)
            let words =
                damage == "manifest.json"
                ? Phrase(en: "damaged: \(file) cannot be read", fr: "endommagée : \(file) est illisible")
                : Phrase(
                    en: "damaged: \(file) is missing or was altered", fr: "endommagée : \(file) est modifié ou absent")
            return "\(Printing.clean(backup.name))  \(size(backup)[language])  \(words[language])"
        }
        let verified = state(backup)
        let note = backup.note.map { "  " + Printing.clean($0) } ?? ""
        let size = size(backup)[language]
        return "\(backup.name)  \(size)  \(reason(backup.reason)[language]), \(verified[language])\(note)"
    }

    private static func state(_ backup: Backup) -> Phrase {
        let lacking = (backup.missingFiles?.count ?? 0) + (backup.damagedFiles?.count ?? 0)
        if lacking > 0 { return Phrase(en: "files lacking: \(lacking)", fr: "fichiers manquants : \(lacking)") }
        return backup.verifiedAt == nil
            ? Phrase(en: "not read back", fr: "non relue") : Phrase(en: "whole", fr: "intacte")
    }

    static func size(_ backup: Backup) -> Phrase {
        let kibibytes = (backup.databaseBytes + backup.fileBytes + 1_023) / 1_024
        let amount =
            kibibytes < 10_240
            ? Phrase(en: "\(kibibytes) KiB", fr: "\(kibibytes) Kio")
            : Phrase(en: "\(kibibytes / 1_024) MiB", fr: "\(kibibytes / 1_024) Mio")
        return Phrase(
            en: "\(amount.english), \(backup.files) files", fr: "\(amount.french), \(backup.files) fichiers")
    }

    private static func reason(_ reason: Backup.Reason) -> Phrase {
        switch reason {
        case .requested: Phrase(en: "asked for", fr: "demandée")
        case .migration: Phrase(en: "before a migration", fr: "avant une migration")
        case .reset: Phrase(en: "before a reset", fr: "avant une remise à zéro")
        case .restore: Phrase(en: "before a restore", fr: "avant une restauration")
        }
    }
}
