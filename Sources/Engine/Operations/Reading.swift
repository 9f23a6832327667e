import Domain
import Storage

/// Several reading operations of one caller on one snapshot: who calls is found out once, and their answers fit
/// together even while others write. Used inside the closure that got it.
public struct Reading {
    private let engine: Engine
    private let principal: Principal
    private let transaction: any Transaction
    public let now: Instant

    init(_ engine: Engine, _ principal: Principal, _ transaction: any Transaction, _ now: Instant) {
        self.engine = engine
        self.principal = principal
        self.transaction = transaction
        self.now = now
    }

    /// Runs one operation as `Engine.perform` does. Operations that write, or that have to prepare something outside
    /// of the transaction, are refused.
    public func perform<Operation: RouteOperation>(_ operation: Operation) throws(Problem) -> Operation.Answer
    where Operation.Prepared == Void {
        let requestID = engine.newRequestID(at: now)
        let began = ContinuousClock.now
        var outcome = Operation.contract.success
        defer { engine.measurements.add(Operation.contract.id, outcome: outcome, took: ContinuousClock.now - began) }
        do {
            guard Operation.contract.effect == .read else { throw Problem.internalError }
            let cell = try engine.checkRole(principal, Operation.contract)
            return try operation.perform(in: engine.makeCall(principal, transaction, now, requestID, cell))
        } catch {
            let problem = engine.translate(error, operation: Operation.contract.id, requestID: requestID)
            outcome = problem.status
            throw problem
        }
    }

    /// Runs an operation and answers its refusal as a value.
    public func attempt<Operation: RouteOperation>(_ operation: Operation) -> Result<Operation.Answer, Problem>
    where Operation.Prepared == Void {
        do {
            return .success(try perform(operation))
        } catch {
            return .failure(error)
        }
    }
}

extension Engine {
    /// Runs `body` with a `Reading` of the caller.
    public func read<Answer>(
        as credential: Credential, _ body: (Reading) throws(Problem) -> Answer
    ) throws(Problem) -> Answer {
        let now = adapters.clock.now()
        do {
            return try database.read { transaction in
                try body(Reading(self, authenticate(credential, now: now, in: transaction), transaction, now))
            }
        } catch {
            throw translate(error, operation: "reading", requestID: newRequestID(at: now))
        }
    }
}
