import Domain
import JSON
import Storage

extension Engine {
    /// What is left of a call when its caller was let in and everything is done that needs no turn.
    typealias Rest<Answer> = @Sendable () throws(Problem) -> Answer

    /// Carries a call out up to where it needs its turn: authenticates, checks the role and prepares. What it answers
    /// does the rest, on any thread, once. Whatever was wrong is thrown and audited only then.
    ///
    /// An operation that prepares nothing does everything then.
    func begin<Operation: RouteOperation>(
        _ operation: Operation, as credential: Credential, requestID: String? = nil
    ) -> Rest<Operation.Answer> {
        guard Operation.Prepared.self != Void.self else {
            return { () throws(Problem) in try self.perform(operation, as: credential, requestID: requestID) }
        }
        let began = ContinuousClock.now
        let now = adapters.clock.now()
        let requestID = requestID ?? newRequestID(at: now)
        var first: Principal?
        let prepared = Result { try prepare(operation, credential, now, requestID, &first) }
        let known = first
        let took = ContinuousClock.now - began
        return { () throws(Problem) in
            let resumed = ContinuousClock.now
            var outcome = Operation.contract.success
            defer {
                self.measurements.add(
                    Operation.contract.id, outcome: outcome, took: took + (ContinuousClock.now - resumed))
            }
            do {
                return try self.perform(operation, try prepared.get(), credential, now, requestID)
            } catch {
                let problem = self.translate(error, operation: Operation.contract.id, requestID: requestID)
                outcome = problem.status
                self.auditRefusal(
                    problem, of: Operation.contract, input: operation.auditedInput, by: known, now: now,
                    requestID: requestID)
                throw problem
            }
        }
    }

    private func prepare<Operation: RouteOperation>(
        _ operation: Operation, _ credential: Credential, _ now: Instant, _ requestID: String,
        _ caller: inout Principal?
    ) throws -> Operation.Prepared {
        let contract = Operation.contract
        let (principal, cell) = try database.read { transaction in
            let principal = try authenticate(credential, now: now, in: transaction)
            caller = principal
            return (principal, try admit(principal, contract, in: transaction))
        }
        return try operation.prepare(
            in: Preparation(
                principal: principal, now: now, passwords: adapters.passwords, tokens: tokens,
                entropy: adapters.entropy, files: adapters.files, documents: adapters.documents,
                backups: adapters.backups, assistant: adapters.assistant, status: status, database: database,
                operationID: contract.id, requestID: requestID,
                makeCall: { self.makeCall(principal, $0, now, requestID, cell) }))
    }

    /// The turn itself: who calls is asked again, since the session may have ended meanwhile.
    private func perform<Operation: RouteOperation>(
        _ operation: Operation, _ prepared: Operation.Prepared, _ credential: Credential, _ now: Instant,
        _ requestID: String
    ) throws -> Operation.Answer {
        let contract = Operation.contract
        let work = { (transaction: any Transaction, mayStartOver: Bool) throws -> Operation.Answer in
            let principal = try self.authenticate(credential, now: self.adapters.clock.now(), in: transaction)
            let cell = try self.admit(principal, contract, in: transaction)
            let call = self.makeCall(principal, transaction, now, requestID, cell, mayStartOver: mayStartOver)
            return try contract.effect == .read
                ? operation.perform(in: call, prepared: prepared) : self.performAudited(operation, prepared, call)
        }
        guard contract.effect == .write else { return try database.read { try work($0, false) } }
        do {
            return try database.write { try work($0, true) }
        } catch is StartOver {
            return try database.write { try work($0, false) }
        }
    }
}
