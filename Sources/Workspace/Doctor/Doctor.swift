import Domain
import Engine
import Storage

/// Looks a workspace and its surroundings over and says what is wrong, where, and how to mend it. It changes nothing,
/// and it works on a workspace that does not open.
public enum Doctor {
    /// What is to be looked at.
    public struct Request: Sendable {
        public var location: WorkspaceLocation
        /// The environment of the program, for the terminal's settings.
        public var environment: [String: String]
        /// What the caller found in its configuration files; passed on as it is.
        public var configuration: [Finding]
        public var now: Instant
        /// Where programs such as `pdftotext` are looked for; `nil` for the usual folders.
        public var searchPath: [String]?
        /// How mails leave; whether they can is tried.
        public var mail: MailSettings
        /// Whether it is known which database the workspace has. Where it is not, only what is beside it is looked at.
        public var isStoreKnown: Bool

        public init(
            location: WorkspaceLocation, environment: [String: String], configuration: [Finding] = [],
            now: Instant = SystemClock().now(), searchPath: [String]? = nil,
            mail: MailSettings = MailSettings(), isStoreKnown: Bool = true
        ) {
            self.mail = mail
            self.isStoreKnown = isStoreKnown
            self.location = location
            self.environment = environment
            self.configuration = configuration
            self.now = now
            self.searchPath = searchPath
        }
    }

    /// How far a check is. `total` is in units of its own.
    public struct Progress: Sendable, Hashable {
        public let check: Finding.Check
        public let done: Int
        public let total: Int
    }

    /// Runs every check in the order of `Finding.Check`. Of many things of one kind the first are named and the rest
    /// are counted. Memory does not grow with the workspace, but for the names of its CVs' files.
    public static func examine(
        _ request: Request, progress: @escaping (Progress) -> Void = { _ in }
    ) -> [Finding] {
        let examination = Examination(request, progress: progress)
        var inspection: (any StoreInspection)?
        if request.isStoreKnown {
            FolderChecks(examination).run()
            inspection = DatabaseChecks(examination).open()
        } else {
            examination.add(
                .folder, .unexamined,
                Phrase(
                    en: "The workspace was not examined: the settings do not say which database it has.",
                    fr: "L’espace n’a pas été examiné : les réglages ne disent pas quelle est sa base."))
        }
        if let inspection { DatabaseChecks(examination).run(inspection) }
        LeftoverChecks(examination).run(inspection)
        SurroundingsChecks(examination).run()
        MailChecks(examination).run(inspection)
        examination.add(request.configuration)
        return examination.findings
    }

    /// The worst of the findings.
    public static func severity(of findings: [Finding]) -> Finding.Severity { findings.map(\.severity).max() ?? .ok }
}
