import Domain

/// Copies of the workspace that lie outside of its database. The engine is given one; no handler touches a file.
public protocol BackupStore: Sendable {
    /// Makes a consistent copy while others go on working, and reads it back to see that it is whole. When it returns,
    /// the copy survives a power cut. A file that is missing already is named in `missingFiles`; `BackupFailure` says why
    /// there is no copy.
    func create(_ reason: Backup.Reason, note: String?, at now: Instant) throws -> Backup
    /// What is kept, newest first, damaged ones among them.
    func list() throws -> [Backup]
    /// How many bytes are free where the copies lie; `nil` where that is not known.
    func freeBytes() -> Int64?
}

/// Why no copy could be made, in words for a person.
public struct BackupFailure: Error, Sendable, Equatable {
    public var reason: Phrase

    public init(_ reason: Phrase) { self.reason = reason }
}

/// One copy of the workspace.
public struct Backup: Codable, Sendable, Equatable {
    /// Why it was made.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Somebody asked for it.
        case requested
        /// Before the schema or the data were changed by a migration.
        case migration
        /// Before everything was deleted.
        case reset
        /// Before an older copy was put in the place of what there was.
        case restore
    }

    /// By which it is asked for; also its name on the disk.
    public var name: String
    public var reason: Reason
    public var note: String?
    public var createdAt: Instant
    /// Of the database, in bytes.
    public var databaseBytes: Int64
    /// SHA-256 of the database, in hexadecimal.
    public var databaseDigest: String
    /// Uploaded files that belong to it.
    public var files: Int
    public var fileBytes: Int64
    public var schemaVersion: Int
    /// When it was last read back and found whole.
    public var verifiedAt: Instant?
    /// What is wrong with it, where its database cannot be restored: the file that is damaged. Of one without a manifest
    /// only its name, its time and its sizes say something.
    public var damage: String?
    /// Files of CVs that its rows name and that were missing or altered when it was made: it cannot give them back.
    public var missingFiles: [String]?
    /// Files in it that were altered or lost since, as far as it was read; everything else can be restored.
    public var damagedFiles: [String]?

    public init(
        name: String, reason: Reason, note: String? = nil, createdAt: Instant, databaseBytes: Int64,
        databaseDigest: String, files: Int, fileBytes: Int64, schemaVersion: Int, verifiedAt: Instant? = nil,
        damage: String? = nil
    ) {
        self.name = name
        self.reason = reason
        self.note = note
        self.createdAt = createdAt
        self.databaseBytes = databaseBytes
        self.databaseDigest = databaseDigest
        self.files = files
        self.fileBytes = fileBytes
        self.schemaVersion = schemaVersion
        self.verifiedAt = verifiedAt
        self.damage = damage
    }
}

extension Preparation {
    /// Makes a copy, or throws 503 where this engine has nowhere to put one.
    func backUp(_ reason: Backup.Reason, note: String? = nil) throws -> Backup {
        guard let backups else {
            throw Problem(
                .unavailable,
                Phrase(
                    en: "This workspace has no place for backups, so nothing was done.",
                    fr: "Cet espace n’a pas d’emplacement pour les sauvegardes ; rien n’a été fait."))
        }
        do {
            return try backups.create(reason, note: note, at: now)
        } catch let failure as BackupFailure {
            throw Problem(
                .unavailable,
                Phrase(
                    en: "No backup was made, so nothing was done. \(failure.reason.english)",
                    fr: "Aucune sauvegarde n’a été faite, et rien d’autre non plus. \(failure.reason.french)"))
        }
    }
}
