import Domain
import Engine
import JSON

/// Keeps the stored session of a workspace going: an access token lives for hours, its session for weeks. Several
/// programs of one person share the file, and a refresh token is for one use, so only one of them exchanges it at a
/// time and the others take what it wrote down.
public struct SessionRenewal: Sendable {
    private let engine: Engine
    private let store: SessionStore

    public init(_ workspace: Workspace) {
        engine = workspace.engine
        store = SessionStore(location: workspace.location)
    }

    /// An access token of the stored session that is accepted now; `nil` where nobody is signed in any more.
    public func token() throws(WorkspaceProblem) -> String? {
        guard let stored = try store.load() else { return nil }
        if isAccepted(stored.accessToken) { return stored.accessToken }
        return try renew(stored.accessToken, of: stored.email)
    }

    /// What to use in the place of `token`, which was refused. `nil` where the session is over, or where the file holds
    /// the session of somebody else by now: a program never turns into another person.
    public func renew(_ token: String, of email: String?) throws(WorkspaceProblem) -> String? {
        try store.exclusively { () throws(WorkspaceProblem) -> String? in
            guard let stored = try store.load(), stored.email == email else { return nil }
            if stored.accessToken != token, isAccepted(stored.accessToken) { return stored.accessToken }
            guard let refresh = stored.refreshToken else { return nil }
            let answer = engine.dispatch(
                "auth.refresh", input: ["refresh_token": .string(refresh)], as: .anonymous(.english))
            guard answer.isSuccess, let fresh = answer.body["access_token"]?.stringValue else { return nil }
            try store.save(
                SessionStore.Session(
                    accessToken: fresh, refreshToken: answer.body["refresh_token"]?.stringValue, email: stored.email))
            return fresh
        }
    }

    private func isAccepted(_ token: String) -> Bool {
        engine.dispatch("auth.profile", input: [:], as: .token(token)).isSuccess
    }
}
