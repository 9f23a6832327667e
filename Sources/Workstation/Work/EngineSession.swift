import Domain
import Engine
import JSON

/// The engine as one signed-in person uses it.
public struct EngineSession: Sendable {
    public let engine: Engine
    public let credential: Credential

    public init(engine: Engine, credential: Credential) {
        self.engine = engine
        self.credential = credential
    }

    /// Runs an operation with typed input.
    public func perform<Operation: RouteOperation>(_ operation: Operation) throws(Problem) -> Operation.Answer {
        try engine.perform(operation, as: credential)
    }

    /// Runs several reading operations on one snapshot.
    public func read<Answer>(_ body: (Reading) throws(Problem) -> Answer) throws(Problem) -> Answer {
        try engine.read(as: credential, body)
    }

    /// Runs an operation by its name, as forms made from an operation's input do.
    public func dispatch(_ operation: String, input: JSONValue) -> EncodedAnswer {
        engine.dispatch(operation, input: input, as: credential, leniency: .text)
    }

    public var now: Instant { engine.adapters.clock.now() }
}
