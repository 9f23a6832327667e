import Domain
import Engine
import Storage
import StoragePostgres
import StorageSQLite

/// An open workspace: its database, its files, and the engine that runs operations on both. The one place where real
/// adapters are chosen.
///
///     let location = try WorkspaceLocation.resolve(folder: option, environment: environment)
///     let workspace = try Workspace.open(at: location)
///     defer { workspace.close() }
///     let answer = workspace.engine.dispatch("jobs.list", input: [:], as: .token(token))
public final class Workspace: Sendable {
    public let location: WorkspaceLocation
    public let engine: Engine
    public let files: FileFolder
    public let log: LogFile
    /// The copies that were made of it.
    public let backups: BackupFolder
    /// The backup that was made because the workspace was older than the program; `nil` for none.
    public let migrationBackup: String?
    let mailSettings: MailSettings
    let mailState = MailState()

    public var database: any Database { engine.database }

    private init(
        _ location: WorkspaceLocation, _ engine: Engine, _ files: FileFolder, _ log: LogFile, _ backup: String?,
        _ mail: MailSettings
    ) {
        mailSettings = mail
        self.location = location
        self.engine = engine
        self.files = files
        self.log = log
        backups = BackupFolder(location: location, database: engine.database)
        migrationBackup = backup
    }

    /// Opens the workspace at `location`. An older one is copied into `backups/` and brought up to date first.
    ///
    /// Throws `.missing` where there is none, `.notAWorkspace` for a folder or file of another kind (which is left as it
    /// is), `.newer` for one that a newer program wrote, `.damaged`, `.notPermitted`, `.readOnly`, `.diskFull`, `.busy`.
    public static func open(
        at location: WorkspaceLocation, options: WorkspaceOptions = WorkspaceOptions()
    ) throws(WorkspaceProblem) -> Workspace {
        if location.server == nil { try WorkspaceFolder(location).requireWorkspace() }
        return try open(location.database, of: location, options: options, isNew: false)
    }

    /// Opens a database of the workspace: the file at `path`, or that of the server. One that is not new must have a
    /// schema.
    static func open(
        _ path: String, of location: WorkspaceLocation, options: WorkspaceOptions, isNew: Bool
    ) throws(WorkspaceProblem) -> Workspace {
        do {
            let database = try store(path, of: location, options)
            do {
                guard try isNew || database.schemaVersion() > 0 else {
                    guard location.server == nil else { throw WorkspaceProblem.missing(folder: location.shown) }
                    throw WorkspaceProblem.notAWorkspace(path: path)
                }
                if location.server != nil, !isNew, try UnfinishedMark.isSet(in: database) {
                    throw WorkspaceProblem.unfinished(store: location.shown)
                }
                let backup = try migrate(database, of: location, options)
                let files = FileFolder(path: location.files)
                let log = LogFile(path: location.log)
                let engine = try Engine(
                    database: database,
                    adapters: adapters(
                        files, log, BackupFolder(location: location, database: database), assistant(location, options),
                        options))
                return Workspace(location, engine, files, log, backup, options.mail)
            } catch {
                try? database.close()
                throw error
            }
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    /// The database as it is, without looking into it.
    static func store(
        _ path: String, of location: WorkspaceLocation, _ options: WorkspaceOptions
    ) throws -> any Database {
        guard let server = location.server else { return try SQLiteDatabase(path: path, options: options.storage) }
        var settings = options.server
        settings.backupStore = { try SQLiteDatabase(path: $0) }
        return try PostgresDatabase(server, options: settings)
    }

    /// Ends all connections; the last process to do so leaves one file.
    public func close() { try? database.close() }

    /// What the workspace is for.
    public func kind() throws(WorkspaceProblem) -> WorkspaceKind {
        do {
            return try WorkspaceKind(in: database)
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    /// Opens a session without a password and answers its access token, as the owner of the files may. Throws
    /// `.noSuchUser` where no active account has this address.
    public func openSession(email: String) throws(WorkspaceProblem) -> String {
        do {
            return try engine.openSession(email: email)
        } catch {
            if error.kind == .notFound { throw .noSuchUser(email: email) }
            throw .failed(path: location.folder, detail: error.detail.english)
        }
    }

    private static func adapters(
        _ files: FileFolder, _ log: LogFile, _ backups: BackupFolder, _ assistant: (any Assistant)?,
        _ options: WorkspaceOptions
    ) -> Engine.Adapters {
        Engine.Adapters(
            clock: options.clock, identifiers: SystemIdentifiers(), entropy: SystemEntropy(), files: files,
            documents: CurriculumReader(), passwords: options.passwords, backups: backups, assistant: assistant,
            isDeveloperMode: options.isDeveloperMode, origin: options.origin,
            report: { if options.logsErrors { log.write($0) } })
    }

    private static func assistant(_ location: WorkspaceLocation, _ options: WorkspaceOptions) -> (any Assistant)? {
        switch options.assistant {
        case nil: nil
        case .success(let settings): EndpointAssistant(settings, state: location.state, clock: options.clock)
        case .failure(let problem): UnusableAssistant(problem: problem)
        }
    }

    private static func migrate(
        _ database: any Database, of location: WorkspaceLocation, _ options: WorkspaceOptions
    ) throws -> String? {
        var backup: String?
        try database.migrate(options.migrations) { version in
            let folder = BackupFolder(location: location, database: database)
            let made = try folder.make(
                .migration, note: "schema \(version)", at: options.clock.now(), readsBack: false)
            backup = folder.place(made.name).database
        }
        return backup
    }
}
