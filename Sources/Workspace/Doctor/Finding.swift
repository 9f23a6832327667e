import Domain

/// One thing that `Doctor` found out about a workspace or its surroundings.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// What was looked at is as it should be.
        case ok
        /// Something works less well than it could, or soon will.
        case warning
        /// It could not be looked at, so nobody knows.
        case unexamined
        /// Data is lost or wrong.
        case damage

        public static func < (left: Severity, right: Severity) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// What was looked at.
    public enum Check: String, Sendable, CaseIterable {
        case folder, permissions, database, references, schema, clock, audit, history, applications, counters, rollups,
            retention, duplicates, openings
        case jobs, assignments, keys, search, files, leftovers
        case diskSpace = "disk_space"
        case poppler, terminal, mail, configuration, assistant

        /// For a heading.
        public var name: Phrase {
            switch self {
            case .folder: Phrase(en: "Folder", fr: "Dossier")
            case .permissions: Phrase(en: "Permissions", fr: "Droits")
            case .database: Phrase(en: "Database", fr: "Base de données")
            case .references: Phrase(en: "References between rows", fr: "Références entre fiches")
            case .schema: Phrase(en: "Version of the schema", fr: "Version du schéma")
            case .clock: Phrase(en: "Clock of changes", fr: "Horloge des modifications")
            case .audit: Phrase(en: "Audit log", fr: "Journal d’audit")
            case .history: Phrase(en: "Histories of applications", fr: "Historiques des candidatures")
            case .applications: Phrase(en: "Applications", fr: "Candidatures")
            case .counters: Phrase(en: "Counters of the board", fr: "Compteurs du tableau")
            case .rollups: Phrase(en: "Counters of analytics", fr: "Compteurs des analyses")
            case .retention: Phrase(en: "Last contacts", fr: "Derniers contacts")
            case .duplicates: Phrase(en: "What records share", fr: "Points communs des fiches")
            case .openings: Phrase(en: "Openings and hires", fr: "Ouvertures et embauches")
            case .jobs: Phrase(en: "Histories of jobs", fr: "Historiques des postes")
            case .assignments: Phrase(en: "Who looks after whom", fr: "Qui suit qui")
            case .keys: Phrase(en: "Sorting keys", fr: "Clés de tri")
            case .search: Phrase(en: "Search index", fr: "Index de recherche")
            case .files: Phrase(en: "Files of CVs", fr: "Fichiers des CV")
            case .leftovers: Phrase(en: "Left-over files", fr: "Fichiers oubliés")
            case .diskSpace: Phrase(en: "Disk space", fr: "Espace disque")
            case .poppler: Phrase(en: "PDF reading", fr: "Lecture des PDF")
            case .terminal: Phrase(en: "Terminal", fr: "Terminal")
            case .mail: Phrase(en: "Mail", fr: "Courrier")
            case .configuration: Phrase(en: "Settings", fr: "Réglages")
            case .assistant: Phrase(en: "Assistant", fr: "Assistant")
            }
        }
    }

    public let check: Check
    public let severity: Severity
    /// What is the matter.
    public let what: Phrase
    /// Where: a path, or a table and a row; `nil` where `what` says it all.
    public let place: String?
    /// How to mend it; `nil` where there is nothing to mend.
    public let remedy: Phrase?
    /// A line for a shell that mends it, paths quoted.
    public let command: String?

    public init(
        _ check: Check, _ severity: Severity, _ what: Phrase, place: String? = nil, remedy: Phrase? = nil,
        command: String? = nil
    ) {
        self.check = check
        self.severity = severity
        self.what = what
        self.place = place
        self.remedy = remedy
        self.command = command
    }
}
