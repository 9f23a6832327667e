import Engine
import StorageSQLite

/// What a program may choose when it opens a workspace.
public struct WorkspaceOptions: Sendable {
    /// Where calls come from, for the audit log: `workstation`, `cli`.
    public var origin = "cli"
    public var clock: any Clock = SystemClock()
    /// How hard passwords are to guess; tests make it easy.
    public var passwords = PasswordHasher()
    public var storage = SQLiteOptions()
    /// Whether internal errors go to the log.
    public var logsErrors = true

    public init(origin: String = "cli") { self.origin = origin }
}
