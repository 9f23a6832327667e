import Domain
import JSON

/// An answer as the HTTP API gives it: a status and a JSON body.
public struct EncodedAnswer: Sendable {
    public var status: Int
    public var body: JSONValue
    public var retryAfter: Int?
    public var isSuccess: Bool { status < 400 }

    public init(status: Int, body: JSONValue, retryAfter: Int? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }
}

/// A call that was read, checked and prepared, and waits for its turn.
public struct BegunCall: Sendable {
    private let rest: @Sendable () -> EncodedAnswer

    init(_ rest: @escaping @Sendable () -> EncodedAnswer) { self.rest = rest }

    /// Carries the call out. To be called once; a call that is never finished changes nothing.
    public func finish() -> EncodedAnswer { rest() }
}

extension Engine {
    /// Runs the operation named `operationID` with JSON input; path parameters, query and body are one object. Never
    /// throws: every failure is an answer. Credential and role are checked before the input is looked at.
    public func dispatch(
        _ operationID: String, input: JSONValue, as credential: Credential, leniency: Leniency = .strict
    ) -> EncodedAnswer {
        begin(operationID, input: input, as: credential, leniency: leniency).finish()
    }

    /// Reads, checks and prepares a call, and answers what is left of it: for callers who have the next call read while
    /// the one before is written. Calls take effect in the order in which they are finished.
    public func begin(
        _ operationID: String, input: JSONValue, as credential: Credential, leniency: Leniency = .strict
    ) -> BegunCall {
        let requestID = newRequestID(at: adapters.clock.now())
        guard let type = Catalogue.operation(operationID) else {
            let problem = Problem.notFound(
                Phrase(
                    en: "operation '\(operationID)'; `rplus operations` lists them",
                    fr: "opération « \(operationID) » ; `rplus operations` les énumère"))
            let answer = encode(problem, language: language(of: credential), requestID: requestID)
            return BegunCall { answer }
        }
        return begin(type, input, credential, leniency, requestID)
    }

    /// The answer to a call that could not even be read, such as a line that is not JSON.
    public func refuse(_ problem: Problem, as credential: Credential) -> EncodedAnswer {
        encode(
            problem, language: language(of: credential), requestID: newRequestID(at: adapters.clock.now()))
    }

    private func begin<Operation: RouteOperation>(
        _ type: Operation.Type, _ input: JSONValue, _ credential: Credential, _ leniency: Leniency,
        _ requestID: String
    ) -> BegunCall {
        let contract = Operation.contract
        let operation: Operation
        var caller: Principal?
        let now = adapters.clock.now()
        do {
            let principal = try database.read { try authenticate(credential, now: now, in: $0) }
            caller = principal
            _ = try checkRole(principal, contract)
            do {
                operation = try input.decoded(as: Operation.self, leniency: leniency)
            } catch {
                throw Problem.invalid(error.errors)
            }
        } catch {
            let problem = translate(error, operation: contract.id, requestID: requestID)
            let known = caller
            return BegunCall {
                // Without its input: what could not be read may hold a secret anywhere.
                self.auditRefusal(problem, of: contract, input: nil, by: known, now: now, requestID: requestID)
                return self.encode(problem, language: self.language(of: credential), requestID: requestID)
            }
        }
        let rest = begin(operation, as: credential, requestID: requestID)
        return BegunCall {
            do {
                return EncodedAnswer(status: contract.success, body: try JSONValue(encoding: try rest()))
            } catch {
                let problem = self.translate(error, operation: contract.id, requestID: requestID)
                return self.encode(problem, language: self.language(of: credential), requestID: requestID)
            }
        }
    }

    /// The problem as an answer in the caller's language.
    public func encode(_ problem: Problem, language: Language, requestID: String) -> EncodedAnswer {
        EncodedAnswer(
            status: problem.status, body: problem.body(language: language, requestID: requestID),
            retryAfter: problem.retryAfter)
    }

    /// The language to refuse in. A token that is not valid has none, and then it is English.
    private func language(of credential: Credential) -> Language {
        switch credential {
        case .anonymous(let language), .tokenSpeaking(_, let language): language
        case .token:
            (try? database.read { try authenticate(credential, now: adapters.clock.now(), in: $0) })?.language
                ?? .english
        }
    }
}
