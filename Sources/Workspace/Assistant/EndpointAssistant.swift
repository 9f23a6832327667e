import Curl
import Domain
import Engine

/// An assistant behind an endpoint that speaks OpenAI's chat completions. Each question is counted against the day's
/// budget before it is sent; an endpoint that failed several times is left alone for a while.
public struct EndpointAssistant: Assistant {
    let settings: AssistantSettings
    let ledger: AssistantLedger
    private let clock: any Clock

    /// `state` is the folder of the ledger.
    public init(_ settings: AssistantSettings, state: String, clock: any Clock = SystemClock()) {
        self.settings = settings
        self.clock = clock
        ledger = AssistantLedger(
            path: state + "/assistant.json", endpoint: Digest.sha256(Array((settings.url + " " + settings.model).utf8)),
            budget: settings.budgetTokensPerDay)
    }

    public var model: String { settings.model }
    public var sharesPersonalData: Bool { settings.sharesPersonalData }

    public func answer(_ question: AssistantQuestion) throws(AssistantRefusal) -> String {
        let key: String?
        do throws(AssistantSettings.Problem) {
            key = try settings.readKey()
        } catch {
            throw .unusableSettings(error.phrase)
        }
        let request = ChatCompletion.request(question, settings)
        let asked = ChatCompletion.estimate(request.count)
        let reservation = try ledger.reserve(asked + settings.maxTokens, at: clock.now())
        do throws(AssistantRefusal) {
            let body = try exchange(request, key)
            guard let answer = ChatCompletion.answer(body) else { throw .unfitAnswer }
            let used = answer.tokens ?? asked + ChatCompletion.estimate(answer.text.utf8.count)
            try ledger.settle(reservation, used: used, isFailure: false, at: clock.now())
            return answer.text
        } catch {
            // What was not answered may have been worked on, and paid, all the same.
            let used =
                switch error {
                case .timedOut, .unfitAnswer, .interrupted: reservation.tokens
                default: 0
                }
            try? ledger.settle(reservation, used: used, isFailure: Self.isFailure(error), at: clock.now())
            throw error
        }
    }

    /// Whether the endpoint is to be left alone after some of these: another question may be refused for what it is.
    private static func isFailure(_ refusal: AssistantRefusal) -> Bool {
        switch refusal {
        case .missingLibrary: false
        case .refused(let status): [401, 403, 429].contains(status) || status >= 500
        default: true
        }
    }

    /// Whether the endpoint is there, without spending anything: the list of its models is asked for. Answers the
    /// status of HTTP.
    func probe() throws(AssistantRefusal) -> Int {
        let key: String?
        do throws(AssistantSettings.Problem) {
            key = try settings.readKey()
        } catch {
            throw .unusableSettings(error.phrase)
        }
        return try transfer("/models", .none, key, seconds: min(settings.timeoutSeconds, 5)).status
    }

    private func exchange(_ request: [UInt8], _ key: String?) throws(AssistantRefusal) -> [UInt8] {
        let response = try transfer("/chat/completions", .post(request), key, seconds: settings.timeoutSeconds)
        guard response.status == 200 else { throw .refused(status: response.status) }
        return response.body
    }

    private func transfer(
        _ path: String, _ body: CurlBody, _ key: String?, seconds: Int
    ) throws(AssistantRefusal) -> CurlResponse {
        do throws(CurlError) {
            // Only this computer is spoken to without TLS (`AssistantSettings`).
            let transfer = try CurlTransfer(
                settings.url + path, protocols: settings.isLoopback ? [.http, .https] : [.https])
            // No proxy of the environment is asked for this computer.
            if settings.isLoopback { try transfer.set(.noProxy, "*") }
            var headers = ["Content-Type: application/json", "Accept: application/json", "Expect:"]
            if let key { headers.append("Authorization: Bearer " + key) }
            try transfer.set(.headers, headers)
            try transfer.setTimeouts(connecting: min(seconds, 10) * 1000, total: seconds * 1000)
            return try transfer.perform(body, limit: ChatCompletion.longestAnswer)
        } catch {
            switch error.kind {
            case .missingLibrary: throw .missingLibrary
            case .timedOut: throw .timedOut
            case .tooLarge: throw .unfitAnswer
            default:
                throw Self.codesBeforeSending.contains(error.code)
                    ? .unreachable(code: Int(error.code)) : .interrupted(code: Int(error.code))
            }
        }
    }

    /// libcurl's codes of what fails before a question is sent: options, names, connecting, TLS (`curl/curl.h`).
    private static let codesBeforeSending: Set<Int32> = [
        0, 2, 3, 4, 5, 6, 7, 27, 35, 48, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91,
    ]
}

/// Stands in the place of an assistant whose settings cannot be used, and says why.
struct UnusableAssistant: Assistant {
    let problem: AssistantSettings.Problem
    let model = ""
    let sharesPersonalData = false
    var refusal: AssistantRefusal? { .unusableSettings(problem.phrase) }

    func answer(_ question: AssistantQuestion) throws(AssistantRefusal) -> String {
        throw .unusableSettings(problem.phrase)
    }
}
