import Glibc
import JSON

/// The session that `rplus login` opened, kept for the next command: one a workspace, in the state folder, for its
/// owner alone.
public struct SessionStore: Sendable {
    /// What is kept of a session.
    public struct Session: Sendable, Hashable, Codable {
        public var accessToken: String
        public var refreshToken: String?
        /// Whose it is, to be shown; the token decides.
        public var email: String?

        public init(accessToken: String, refreshToken: String? = nil, email: String? = nil) {
            self.accessToken = accessToken
            self.refreshToken = refreshToken
            self.email = email
        }
    }

    /// The file.
    public let path: String

    public init(location: WorkspaceLocation) { path = location.session }

    /// The stored session; `nil` where there is none or the file is not one of ours.
    public func load() throws(WorkspaceProblem) -> Session? {
        guard let bytes = try PrivateFile.contents(of: path), let json = try? JSONValue(parsing: bytes) else {
            return nil
        }
        return try? json.decoded(as: Session.self)
    }

    /// Replaces the stored session, as a whole and durably.
    public func save(_ session: Session) throws(WorkspaceProblem) {
        do {
            let json = try JSONValue(encoding: session)
            try PrivateFile.replace(path, with: Array((json.serialized() + "\n").utf8))
        } catch {
            throw error as? WorkspaceProblem ?? .failed(path: path, detail: ErrorText.of(error))
        }
    }

    /// Runs `body` while no other process does so for this workspace's session: what is read inside is still what is
    /// stored when it is replaced.
    public func exclusively<Result>(
        _ body: () throws(WorkspaceProblem) -> Result
    ) throws(WorkspaceProblem) -> Result {
        try PrivateFile.exclusively(path, body)
    }

    /// Forgets the session. Ending it in the workspace is the caller's to do.
    public func remove() throws(WorkspaceProblem) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw WorkspaceProblem(errno: errno, path: path)
    }
}
