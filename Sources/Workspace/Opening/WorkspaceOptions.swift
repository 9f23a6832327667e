import Engine
import Storage
import StoragePostgres
import StorageSQLite

/// What a program may choose when it opens a workspace.
public struct WorkspaceOptions: Sendable {
    /// Where calls come from, for the audit log: `workstation`, `cli`.
    public var origin = "cli"
    public var clock: any Clock = SystemClock()
    /// How hard passwords are to guess; tests make it easy.
    public var passwords = PasswordHasher()
    public var storage = SQLiteOptions()
    public var server = PostgresOptions()
    /// The schema; tests add to it to see an older workspace brought up to date.
    public var migrations = EngineSchema.migrations
    /// The assistant that may write texts, or what is wrong with its settings; `nil` for none.
    public var assistant: Result<AssistantSettings, AssistantSettings.Problem>?
    /// Whether whoever opens it develops the product and may empty it (`superadmin.resetSystem`).
    public var isDeveloperMode = false
    /// How mails leave and come back.
    public var mail = MailSettings()
    /// Whether internal errors go to the log.
    public var logsErrors = true

    public init(origin: String = "cli") { self.origin = origin }
}
