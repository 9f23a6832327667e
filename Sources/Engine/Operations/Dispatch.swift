import Domain
import JSON
import Storage

extension Engine {
    /// Runs one operation with typed input: authenticate, check the role, prepare, open the transaction, perform,
    /// audit, commit. The only caller of `perform`.
    public func perform<Operation: RouteOperation>(
        _ operation: Operation, as credential: Credential, requestID: String? = nil
    ) throws(Problem) -> Operation.Answer {
        guard Operation.Prepared.self == Void.self, let nothing = () as? Operation.Prepared else {
            return try begin(operation, as: credential, requestID: requestID)()
        }
        let began = ContinuousClock.now
        var outcome = Operation.contract.success
        defer { measurements.add(Operation.contract.id, outcome: outcome, took: ContinuousClock.now - began) }
        let now = adapters.clock.now()
        let requestID = requestID ?? newRequestID(at: now)
        var caller: Principal?
        do {
            switch Operation.contract.effect {
            case .read:
                return try database.read { transaction in
                    let principal = try authenticate(credential, now: now, in: transaction)
                    caller = principal
                    let cell = try checkRole(principal, Operation.contract)
                    let call = makeCall(principal, transaction, now, requestID, cell)
                    return try operation.perform(in: call)
                }
            case .write:
                // One transaction is enough, and who calls is then read in the very one that writes.
                return try database.write { transaction in
                    let principal = try authenticate(credential, now: now, in: transaction)
                    caller = principal
                    let cell = try admit(principal, Operation.contract, in: transaction)
                    return try performAudited(
                        operation, nothing, makeCall(principal, transaction, now, requestID, cell))
                }
            }
        } catch {
            let problem = translate(error, operation: Operation.contract.id, requestID: requestID)
            outcome = problem.status
            auditRefusal(
                problem, of: Operation.contract, input: operation.auditedInput, by: caller, now: now,
                requestID: requestID)
            throw problem
        }
    }

    func performAudited<Operation: RouteOperation>(
        _ operation: Operation, _ prepared: Operation.Prepared, _ call: Call
    ) throws -> Operation.Answer {
        let answer = try operation.perform(in: call, prepared: prepared)
        // A write that changed nothing (a move to the stage it is already in) leaves no trace.
        if !call.auditNotes.isEmpty {
            try AuditTrail(transaction: call.transaction, entropy: adapters.entropy).append(
                operationID: Operation.contract.id, principal: call.auditedPrincipal, origin: adapters.origin,
                requestID: call.requestID, at: call.now, outcome: Operation.contract.success, notes: call.auditNotes)
        }
        return answer
    }

    var status: EngineStatus {
        EngineStatus(
            startedAt: startedAt, origin: adapters.origin, isDeveloperMode: adapters.isDeveloperMode,
            measured: measurements.snapshot)
    }

    func makeCall(
        _ principal: Principal, _ transaction: any Transaction, _ now: Instant, _ requestID: String,
        _ cell: Access.Cell, mayStartOver: Bool = false
    ) -> Call {
        Call(
            principal: principal, transaction: transaction, now: now, requestID: requestID, cell: cell,
            identifiers: adapters.identifiers, mayStartOver: mayStartOver)
    }

    /// The caller's cell for the operation. Throws 401 for a caller without an account and 403 for a role.
    func checkRole(_ principal: Principal, _ contract: Contract) throws(Problem) -> Access.Cell {
        let cell = contract.access.cell(for: principal.role)
        guard cell == .no else { return cell }
        if principal.role == nil { throw Problem.unauthenticated }
        throw Problem.forbidden(role: principal.role, operation: contract.id)
    }

    /// The caller's cell, as long as the workspace takes the caller's changes.
    func admit(
        _ principal: Principal, _ contract: Contract, in transaction: any Transaction
    ) throws -> Access.Cell {
        let cell = try checkRole(principal, contract)
        try Maintenance.check(contract, principal, in: transaction)
        return cell
    }

    func newRequestID(at now: Instant) -> String {
        let bits = adapters.identifiers.next(at: now)
        return Identifier<AnyEntity>(high: bits.high, low: bits.low).description
    }

    /// Refused writes and failed logins are kept too, in a transaction of their own. A stranger's calls without an
    /// account are not, so that nobody can fill the log from outside.
    func auditRefusal(
        _ problem: Problem, of contract: Contract, input: JSONValue?, by caller: Principal?, now: Instant,
        requestID: String
    ) {
        guard contract.effect == .write, problem.kind != .internalError, problem.kind != .unavailable else { return }
        guard let caller else { return }
        let isAttempt = contract.id == "auth.login" && problem.kind != .invalid || problem.endedSession != nil
        if caller.userID == nil, !isAttempt { return }
        var after = JSONObject()
        after["problem"] = .string(problem.kind.rawValue)
        after["detail"] = .string(problem.detail.english)
        if let input { after["input"] = input }
        do {
            try database.write { transaction in
                try problem.failedLogin?.count(at: now, in: transaction)
                if let session = problem.endedSession {
                    try AccountSessions.end(session, at: now, in: transaction)
                }
                try AuditTrail(transaction: transaction, entropy: adapters.entropy).append(
                    operationID: contract.id, principal: caller, origin: adapters.origin, requestID: requestID,
                    at: now, outcome: problem.status,
                    notes: [
                        AuditNote(
                            targetType: problem.target?.type ?? "", targetID: problem.target?.id, before: nil,
                            after: .object(after))
                    ])
            }
        } catch {
            report(error, operation: contract.id, requestID: requestID)
        }
    }

    /// Every error as a problem; what the database said goes to the log only.
    func translate(_ error: any Error, operation: String, requestID: String) -> Problem {
        if let problem = error as? Problem { return problem }
        report(error, operation: operation, requestID: requestID)
        return (error as? StorageError)?.problem ?? .internalError
    }
}
