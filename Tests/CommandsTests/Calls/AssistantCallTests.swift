import Foundation
import JSON
import TestSupport
import Testing
import Workspace

@testable import Commands

/// An assistant in config.json, through the commands.
@Suite struct AssistantCallTests {
    private let desk: Desk

    init() throws { desk = try Desk.withDemo() }

    private func configure(_ settings: JSONValue) throws {
        let config: JSONValue = ["assistant": settings]
        try desk.file("config/recrutementplus/config.json", config.serialized())
    }

    /// Everything that the program has written into the person's folder, but for the key's own file.
    private func written() throws -> [UInt8] {
        let files = FileManager.default.enumerator(atPath: desk.folder)
        var bytes: [UInt8] = []
        while let name = files?.nextObject() as? String {
            guard name != "key", let data = FileManager.default.contents(atPath: desk.folder + "/" + name) else {
                continue
            }
            bytes += data
        }
        return bytes
    }

    @Test func aLetterIsWrittenAndTheKeyIsNowhere() throws {
        let endpoint = try AssistantServer()
        endpoint.answers(["subject": "Hello [[PERSON_1]]", "body": "Hello"])
        try desk.file("key", AssistantServer.key + "\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: desk.folder + "/key")
        try configure([
            "url": .string(endpoint.settings.url), "model": "small-model", "key_file": .string(desk.folder + "/key"),
        ])
        let token = try desk.token(.consultant)
        let list = desk.run("call", "applications.list", "page_size=1", "--json", "--token", token)
        let application = try #require(list.json?["data"]?[0]?["id"]?.stringValue)
        let input = ["call", "ai.emailGeneration", "kind=offer", "application_id=" + application, "--token", token]
        var outputs = ""
        for flags in [["--json"], [], ["--log-level", "debug"]] {
            let outcome = desk.run(input + flags, input: MemoryInput(""))
            #expect(outcome.status == .done, "\(outcome.errors)")
            #expect(outcome.output.contains("endpoint") && outcome.output.contains("small-model"))
            outputs += outcome.output + outcome.errors
        }
        #expect(endpoint.server.requests.count == 3)
        #expect(endpoint.received.contains("Bearer " + AssistantServer.key))
        let doctor = desk.run("doctor")
        #expect(doctor.output.contains("Assistant: the endpoint") || doctor.output.contains("Assistant: small-model"))
        // And where it fails.
        endpoint.answers { _ in .status(401, AssistantServer.key) }
        let failed = desk.run(input + ["--json", "--lang", "en", "--log-level", "debug"], input: MemoryInput(""))
        #expect(failed.json?["source"] == "embedded")
        #expect(failed.json?["source_note"] == "the assistant refused (HTTP 401)")
        outputs += doctor.output + failed.output + failed.errors
        #expect(!outputs.contains(AssistantServer.key))
        let key = Array(AssistantServer.key.utf8)
        #expect(Data(try written()).range(of: Data(key)) == nil)
    }

    @Test func settingsThatCannotBeUsedAreSaid() throws {
        try configure(["url": "http://host.example/v1", "model": "m"])
        let doctor = desk.run("doctor")
        #expect(doctor.output.contains("warning   Assistant: assistant.url must begin with https://"))
        let token = try desk.token(.consultant)
        let outcome = desk.run(
            "call", "ai.skillExtraction", "text=Experience in PostgreSQL.", "--json", "--lang", "en", "--token", token)
        #expect(outcome.status == .done)
        #expect(outcome.json?["source"] == "embedded")
        #expect(outcome.json?["source_note"]?.stringValue?.hasPrefix("assistant.url must begin") == true)
    }
}
