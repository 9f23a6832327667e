import Engine
import Glibc
import StoragePostgres

/// Where a workspace's files are, and where its settings, session and log go.
///
///     folder/         workspace.db (unless a server has the database), files/<sha256>, backups/, mail/
///     configuration/  config.json, keymaps.json, themes/
///     state/          rplus.log, sessions/
///
/// Resolving a location touches no file.
public struct WorkspaceLocation: Sendable, Hashable {
    /// The last part of the folder's path, for a heading.
    public let name: String
    /// The workspace's folder, an absolute path.
    public let folder: String
    /// `$XDG_CONFIG_HOME/recrutementplus`, for all workspaces.
    public let configuration: String
    /// `$XDG_STATE_HOME/recrutementplus`, for all workspaces.
    public let state: String
    /// The PostgreSQL database that holds the workspace's rows; `nil` where `workspace.db` does.
    public let server: PostgresAddress?

    public init(folder: String, configuration: String, state: String, server: PostgresAddress? = nil) {
        self.folder = folder
        self.server = server
        self.configuration = configuration
        self.state = state
        name = folder.split(separator: "/").last.map(String.init) ?? folder
    }

    /// The folder given by `--workspace`, else by `RPLUS_WORKSPACE`, else `$XDG_DATA_HOME/recrutementplus/<name>`.
    /// A relative folder is taken from `currentFolder`. Throws `.noHome` where neither `HOME` nor the XDG variable
    /// that is needed is set, and `.emptyPath` for an empty `folder`.
    ///
    /// `database`, else `RPLUS_DATABASE`, is the address of a PostgreSQL database in the place of `workspace.db`. Throws
    /// `.notAnAddress` for anything else.
    public static func resolve(
        folder: String? = nil, database: String? = nil, name: String = "default", environment: [String: String],
        currentFolder: String? = nil
    ) throws(WorkspaceProblem) -> WorkspaceLocation {
        var server: PostgresAddress?
        if let text = database ?? environment["RPLUS_DATABASE"].flatMap({ $0.isEmpty ? nil : $0 }) {
            guard let address = PostgresAddress(text) else { throw .notAnAddress }
            server = address
        }
        let configuration = try configuration(environment: environment)
        let state = try base("XDG_STATE_HOME", below: ".local/state", environment)
        let chosen: String
        if let folder {
            guard !folder.isEmpty else { throw .emptyPath }
            chosen = folder
        } else if let folder = environment["RPLUS_WORKSPACE"], !folder.isEmpty {
            chosen = folder
        } else {
            chosen = try base("XDG_DATA_HOME", below: ".local/share", environment) + "/" + name
        }
        return WorkspaceLocation(
            folder: absolute(chosen, from: currentFolder), configuration: configuration, state: state, server: server)
    }

    /// `$XDG_CONFIG_HOME/recrutementplus`, which is the same for all workspaces. Throws `.noHome` where neither that nor
    /// `HOME` is set.
    public static func configuration(environment: [String: String]) throws(WorkspaceProblem) -> String {
        try base("XDG_CONFIG_HOME", below: ".config", environment)
    }

    /// Whether `text` is the address of a PostgreSQL database.
    public static func isServerAddress(_ text: String) -> Bool { PostgresAddress(text) != nil }

    public var database: String { folder + "/workspace.db" }
    /// The database itself, to show: the file, or the server's address without its password.
    var store: String { server?.description ?? database }
    /// What holds the rows, to show: the folder, or the server's address without its password.
    public var shown: String { server?.description ?? folder }
    public var files: String { folder + "/files" }
    public var backups: String { folder + "/backups" }
    public var mail: String { folder + "/mail" }
    public var log: String { state + "/rplus.log" }

    /// The database while a new workspace is being made. It gets its real name when it is whole.
    var unfinishedDatabase: String { database + ".unfinished" }

    /// The stored session: one a workspace, named after the folder as the file system knows it, and the server.
    var session: String {
        let real = realpath(folder, nil)
        defer { free(real) }
        let path = (real.map { String(cString: $0) } ?? folder) + (server.map { " " + $0.description } ?? "")
        return "\(state)/sessions/\(name.prefix(40))-\(Digest.sha256(Array(path.utf8)).prefix(16)).json"
    }

    /// A folder of the XDG base directory specification; a relative path in a variable is to be ignored.
    private static func base(
        _ variable: String, below: String, _ environment: [String: String]
    ) throws(WorkspaceProblem) -> String {
        if let folder = environment[variable], folder.hasPrefix("/") { return tidy(folder) + "/recrutementplus" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome(variable: variable) }
        return "\(tidy(home))/\(below)/recrutementplus"
    }

    private static func absolute(_ path: String, from currentFolder: String?) -> String {
        guard !path.hasPrefix("/") else { return tidy(path) }
        let current = getcwd(nil, 0)
        defer { free(current) }
        return tidy((currentFolder ?? current.map { String(cString: $0) } ?? "") + "/" + path)
    }

    /// Without empty and `.` parts. `..` stays, for it may follow a link.
    private static func tidy(_ path: String) -> String {
        "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
