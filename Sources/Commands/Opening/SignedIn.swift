import DemoData
import Domain
import Engine
import Workspace

/// Who works at a workstation: an access token, and how to get the next one when it runs out.
public struct SignedIn: Sendable {
    public var token: String
    /// Gets an access token in the place of one that was refused; `nil` where the session is over.
    public var renew: (@Sendable (String) -> String?)?

    /// A token that was given; nobody but its giver has another.
    static func given(_ token: String) -> SignedIn { SignedIn(token: token, renew: nil) }

    /// The stored session of the workspace.
    static func stored(_ token: String, in workspace: Workspace) throws(WorkspaceProblem) -> SignedIn {
        let renewal = SessionRenewal(workspace)
        let email = try SessionStore(location: workspace.location).load()?.email
        return SignedIn(token: token) { refused in
            do {
                return try renewal.renew(refused, of: email)
            } catch {
                workspace.log.write("session: \(error)")
                return nil
            }
        }
    }

    /// A session of the demo, which needs no password, at its start and later.
    static func demo(_ token: String, as role: Role, in workspace: Workspace) -> SignedIn {
        SignedIn(token: token) { _ in
            do {
                return try workspace.openSession(email: DemoAccounts.email(role))
            } catch {
                workspace.log.write("session: \(error)")
                return nil
            }
        }
    }
}
