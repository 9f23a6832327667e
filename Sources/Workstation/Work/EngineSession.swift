import Domain
import Engine
import JSON

/// The engine as one signed-in person uses it.
public struct EngineSession: Sendable {
    public let engine: Engine
    private let access: SessionAccess

    /// What the engine is shown now.
    public var credential: Credential { access.credential }

    /// - Parameter renew: gets a new access token in the place of one that ran out, so that a workstation that stays open
    ///   goes on working; without it the person has to sign in again.
    public init(engine: Engine, credential: Credential, renew: SessionAccess.Renewal? = nil) {
        self.engine = engine
        access = SessionAccess(credential, renew: renew)
    }

    /// Runs an operation with typed input.
    public func perform<Operation: RouteOperation>(_ operation: Operation) throws(Problem) -> Operation.Answer {
        try renewing { credential throws(Problem) in try engine.perform(operation, as: credential) }
    }

    /// Runs several reading operations on one snapshot.
    public func read<Answer>(_ body: (Reading) throws(Problem) -> Answer) throws(Problem) -> Answer {
        try renewing { credential throws(Problem) in try engine.read(as: credential, body) }
    }

    /// Calls once more with a renewed credential where the one at hand is refused: nothing was done for a caller whom
    /// nobody knew.
    private func renewing<Answer>(_ call: (Credential) throws(Problem) -> Answer) throws(Problem) -> Answer {
        let shown = credential
        do {
            return try call(shown)
        } catch {
            guard error.kind == .unauthenticated, let renewed = access.renewed(insteadOf: shown) else { throw error }
            return try call(renewed)
        }
    }

    /// Runs an operation by its name, as forms made from an operation's input do.
    public func dispatch(_ operation: String, input: JSONValue) -> EncodedAnswer {
        let shown = credential
        let answer = engine.dispatch(operation, input: input, as: shown, leniency: .text)
        guard answer.status == Problem.Kind.unauthenticated.status, let renewed = access.renewed(insteadOf: shown)
        else {
            return answer
        }
        return engine.dispatch(operation, input: input, as: renewed, leniency: .text)
    }

    public var now: Instant { engine.adapters.clock.now() }
}
