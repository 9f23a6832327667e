import Engine
import JSON
import TestSupport
import Testing

/// Whatever the endpoint does, there is an answer, and it says who spoke.
@Suite struct AssistantFallbackTests {
    private static let faults: [(String, LoopbackServer.Answer)] = [
        ("no key", .status(401, "{}")),
        ("too many", .status(429, "{}")),
        ("broken server", .status(503, "<html>")),
        ("redirect", .status(302, "")),
        ("no HTTP", .raw("hello\r\n\r\n")),
        ("gone", .raw("")),
        ("silent", .silence),
        ("endless", .endless),
        ("no JSON", .status(200, "hello")),
        ("no choice", .status(200, #"{"choices": []}"#)),
        ("deep", .status(200, String(repeating: "[", count: 100_000))),
        ("prose", AssistantServer.completion("Of course! Here is the letter.")),
        ("wrong form", AssistantServer.completion(#"{"subject": 1, "body": ["x"]}"#)),
        ("empty", AssistantServer.completion(#"{"subject": "x", "body": "  \n "}"#)),
        ("link", AssistantServer.completion(#"{"subject": "x", "body": "See https://evil.example/pay"}"#)),
        ("bare link", AssistantServer.completion(#"{"subject": "x", "body": "See evil.example today"}"#)),
        ("address", AssistantServer.completion(#"{"subject": "x", "body": "Write to boss@evil.example"}"#)),
        ("number", AssistantServer.completion(#"{"subject": "x", "body": "Call 06 12 34 56 78"}"#)),
        ("placeholder", AssistantServer.completion(#"{"subject": "x", "body": "Dear [[PERSON_9]]"}"#)),
        ("markup", AssistantServer.completion(#"{"subject": "x", "body": "<b>Dear</b>"}"#)),
        ("header", AssistantServer.completion(#"{"subject": "x\nBcc: all", "body": "Dear"}"#)),
        ("escape", AssistantServer.completion(#"{"subject": "x", "body": "\u001b[2J"}"#)),
        ("hidden", AssistantServer.completion(#"{"subject": "x", "body": "a\u202eb"}"#)),
        (
            "long",
            AssistantServer.completion("{\"subject\": \"x\", \"body\": \"\(String(repeating: "a ", count: 4000))\"}")
        ),
    ]

    @Test func theProgramWritesWhereTheEndpointFails() throws {
        let endpoint = try AssistantServer([("timeout_seconds", 1)])
        let scene = try AccessScene(assistant: endpoint.assistant())
        let input: JSONValue = ["kind": "invitation", "application_id": scene.ownApplication]
        for (name, fault) in Self.faults {
            endpoint.answers { _ in fault }
            let answer = try scene.make("ai.emailGeneration", input, as: .consultant)
            #expect(answer["source"] == "embedded", "\(name): \(answer)")
            #expect(answer["model"] == nil, "\(name)")
            #expect(answer["subject"] == "Interview: Night nurse", "\(name)")
            #expect(answer["body"]?.stringValue?.hasPrefix("Dear Zoé Test,") == true, "\(name)")
            #expect(answer["source_note"]?.stringValue?.isEmpty == false, "\(name)")
        }
        #expect(endpoint.server.requests.count == Self.faults.count)
        // And it goes on by itself once the endpoint is well.
        endpoint.answers(["subject": "x", "body": "```"])
        #expect(try scene.make("ai.emailGeneration", input, as: .consultant)["source"] == "endpoint")
    }

    @Test func everyOperationFallsBack() throws {
        let endpoint = try AssistantServer()
        let scene = try AccessScene(assistant: endpoint.assistant())
        let plain = try AccessScene()
        for fault in [LoopbackServer.Answer.status(500, ""), AssistantServer.completion("{}")] {
            endpoint.answers { _ in fault }
            for (operation, input) in [
                ("ai.emailGeneration", ["kind": "offer", "application_id": scene.ownApplication] as JSONValue),
                ("ai.interviewQuestions", ["application_id": scene.ownApplication]),
                ("ai.jobDescriptionOptimization", ["job_id": scene.ownJob]),
                ("ai.skillExtraction", ["text": "Experience in PostgreSQL."]),
                ("ai.cvAnalysis", ["candidate_id": scene.ownCandidate]),
            ] {
                endpoint.answers { _ in fault }
                var answer = try scene.make(operation, input)
                #expect(answer["source_note"]?.stringValue?.isEmpty == false, "\(operation)")
                answer["source_note"] = nil
                // The identifiers of both scenes are the same.
                #expect(try answer == plain.make(operation, input), "\(operation)")
                #expect(answer["source"] == "embedded")
            }
        }
    }

    @Test func notesAreInTheCallersLanguage() throws {
        let endpoint = try AssistantServer()
        let scene = try AccessScene(assistant: endpoint.assistant())
        endpoint.answers { _ in .status(429, "") }
        guard case .token(let token) = try scene.world.credential(.consultant) else { return }
        let answer = scene.world.engine.dispatch(
            "ai.emailGeneration", input: ["kind": "offer", "application_id": scene.ownApplication],
            as: .tokenSpeaking(token, .french))
        #expect(answer.body["source_note"] == "l’assistant a refusé (HTTP 429)")
    }
}
