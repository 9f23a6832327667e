import Engine
import Synchronization

/// The credential of a session, renewed when it is refused. Several threads use it at once; one of them renews it and
/// the others get what that one got.
public final class SessionAccess: Sendable {
    /// Gets an access token in the place of one that was refused; `nil` where the session is over.
    public typealias Renewal = @Sendable (String) -> String?

    private struct State {
        var credential: Credential
        /// A token that could not be renewed, so that a session that is over is not asked for again and again.
        var lost: String?
    }

    private let state: Mutex<State>
    private let renew: Renewal?

    init(_ credential: Credential, renew: Renewal?) {
        state = Mutex(State(credential: credential))
        self.renew = renew
    }

    var credential: Credential { state.withLock { $0.credential } }

    /// What to show instead of a credential that was refused; `nil` where there is nothing else to show.
    func renewed(insteadOf refused: Credential) -> Credential? {
        guard let renew else { return nil }
        return state.withLock { state in
            guard state.credential == refused else { return state.credential }
            guard let token = refused.token, token != state.lost else { return nil }
            guard let fresh = renew(token) else {
                state.lost = token
                return nil
            }
            state.credential = refused.with(token: fresh)
            return state.credential
        }
    }
}

extension Credential {
    fileprivate var token: String? {
        switch self {
        case .anonymous: nil
        case .token(let token), .tokenSpeaking(let token, _): token
        }
    }

    fileprivate func with(token: String) -> Credential {
        switch self {
        case .anonymous, .token: .token(token)
        case .tokenSpeaking(_, let language): .tokenSpeaking(token, language)
        }
    }
}
