import Engine
import Foundation
import JSON
import Synchronization
import Workspace

/// An endpoint of chat completions on loopback, and the assistant that asks it.
public final class AssistantServer: Sendable {
    public static let key = "sk-test-0123456789abcdef"
    public typealias Answering = @Sendable (LoopbackServer.Request) -> LoopbackServer.Answer

    public let server: LoopbackServer
    public let settings: AssistantSettings
    /// The folder of what is counted.
    public let state: String
    private let answering: Replaceable

    private final class Replaceable: Sendable {
        let value = Mutex<Answering>({ _ in .status(404, "") })
    }

    /// `changes` are members of the settings beside the address, the model and a time-out of five seconds.
    public init(_ changes: [(String, JSONValue)] = []) throws {
        let answering = Replaceable()
        self.answering = answering
        server = LoopbackServer { request in
            let answer = answering.value.withLock { $0 }
            return answer(request)
        }
        var settings: JSONValue = [
            "url": .string(server.address + "/v1"), "model": "small-model", "timeout_seconds": 5,
        ]
        for (member, value) in changes { settings[member] = value }
        self.settings = try AssistantSettings(settings, environment: [AssistantSettings.keyVariable: Self.key])
        state = FileManager.default.temporaryDirectory.appending(path: "rplus-assistant-\(UUID().uuidString)").path
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(atPath: state)
    }

    public func assistant(clock: any Clock = SystemClock()) -> EndpointAssistant {
        EndpointAssistant(settings, state: state, clock: clock)
    }

    /// What is answered from now on. Failures that were counted are forgotten.
    public func answers(_ answer: @escaping Answering) {
        answering.value.withLock { $0 = answer }
        try? FileManager.default.removeItem(atPath: state)
    }

    public func answers(_ content: JSONValue, tokens: Int? = nil) {
        answers { _ in Self.completion(content.serialized(), tokens: tokens) }
    }

    /// A completion with that text.
    public static func completion(_ text: String, tokens: Int? = nil) -> LoopbackServer.Answer {
        var body: JSONValue = ["choices": [["message": ["role": "assistant", "content": .string(text)]]]]
        if let tokens { body["usage"] = ["total_tokens": .integer(Int64(tokens))] }
        return .status(200, body.serialized())
    }

    /// Every byte that was received, as text.
    public var received: String { server.requests.map { $0.head + "\n" + $0.text }.joined(separator: "\n") }
}
