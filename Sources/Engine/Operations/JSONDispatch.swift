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

extension Engine {
    /// Runs the operation named `operationID` with JSON input; path parameters, query and body are one object. Never
    /// throws: every failure is an answer. Credential and role are checked before the input is looked at.
    public func dispatch(
        _ operationID: String, input: JSONValue, as credential: Credential, leniency: Leniency = .strict
    ) -> EncodedAnswer {
        let requestID = newRequestID(at: adapters.clock.now())
        guard let type = Catalogue.operation(operationID) else {
            let problem = Problem.notFound(
                Phrase(
                    en: "operation '\(operationID)'; `rplus operations` lists them",
                    fr: "opération « \(operationID) » ; `rplus operations` les énumère"))
            return encode(problem, language: language(of: credential), requestID: requestID)
        }
        return dispatch(type, input, credential, leniency, requestID)
    }

    /// The answer to a call that could not even be read, such as a line that is not JSON.
    public func refuse(_ problem: Problem, as credential: Credential) -> EncodedAnswer {
        encode(
            problem, language: language(of: credential), requestID: newRequestID(at: adapters.clock.now()))
    }

    private func dispatch<Operation: RouteOperation>(
        _ type: Operation.Type, _ input: JSONValue, _ credential: Credential, _ leniency: Leniency,
        _ requestID: String
    ) -> EncodedAnswer {
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
            // Without its input: what could not be read may hold a secret anywhere.
            auditRefusal(problem, of: contract, input: nil, by: caller, now: now, requestID: requestID)
            return encode(problem, language: language(of: credential), requestID: requestID)
        }
        do {
            let answer = try perform(operation, as: credential, requestID: requestID)
            return EncodedAnswer(status: contract.success, body: try JSONValue(encoding: answer))
        } catch {
            let problem = translate(error, operation: contract.id, requestID: requestID)
            return encode(problem, language: language(of: credential), requestID: requestID)
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
