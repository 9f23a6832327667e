import Foundation
import JSON
import TestSupport
import Testing

@testable import Workspace

@Suite struct AssistantSettingsTests {
    private func settings(
        _ changes: [(String, JSONValue)] = [], environment: [String: String] = [:]
    ) throws(AssistantSettings.Problem) -> AssistantSettings {
        var json: JSONValue = ["url": "https://host.example/v1/", "model": "m"]
        for (member, value) in changes { json[member] = value }
        return try AssistantSettings(json, environment: environment)
    }

    private func problem(_ member: String, _ value: JSONValue) -> String {
        do throws(AssistantSettings.Problem) {
            _ = try settings([(member, value)])
            return ""
        } catch {
            #expect(!error.phrase.french.isEmpty && error.phrase.french != error.phrase.english)
            return error.phrase.english
        }
    }

    @Test func whatIsNotSaidHasADefault() throws {
        let settings = try settings()
        #expect(settings.url == "https://host.example/v1")
        #expect(settings.timeoutSeconds == 20 && settings.budgetTokensPerDay == 200_000 && settings.maxTokens == 2000)
        #expect(!settings.sharesPersonalData)
        #expect(try settings.readKey() == nil)
    }

    @Test func wrongSettingsAreNamed() {
        for (member, value) in [
            ("url", "ftp://host"), ("url", 1), ("url", "https://"), ("url", "https://u:p@host/v1"),
            ("url", "http://host.example/v1"), ("url", "http://127.0.0.1.evil.example/"), ("url", "https://h/?a=b"),
            ("url", "https://h\r\nX: y/"), ("model", ""), ("model", "a b"), ("key_file", "key"), ("timeout_seconds", 0),
            ("timeout_seconds", 1.5), ("budget_tokens_per_day", -1), ("max_tokens", "many"), ("personal_data", "no"),
            ("colour", "blue"),
        ] as [(String, JSONValue)] {
            #expect(problem(member, value).hasPrefix("assistant.\(member) "), "\(member) \(value)")
        }
        #expect(problem("url", "http://host.example/v1").contains("https://"))
    }

    @Test func plainHTTPOnlyLeadsToThisComputer() {
        for host in ["127.0.0.1:1", "127.8.9.10", "localhost:11434", "[::1]:8080"] {
            #expect(problem("url", .string("http://\(host)/v1")) == "", "\(host)")
        }
    }

    @Test func aKeyThatOthersCanReadIsNotUsed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rplus-key-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        let settings = try settings([("key_file", .string(path))])
        func problem() -> String? {
            do throws(AssistantSettings.Problem) {
                _ = try settings.readKey()
                return nil
            } catch {
                #expect(!error.phrase.english.contains("secret"))
                return error.phrase.english
            }
        }
        #expect(problem()?.contains(path) == true)
        try Data("secret-key\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(problem()?.contains("chmod 600") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try settings.readKey() == "secret-key")
        try Data("secret key".utf8).write(to: URL(filePath: path))
        #expect(problem()?.isEmpty == false)
        // The environment goes before the file.
        let both = try self.settings(
            [("key_file", .string(path))], environment: [AssistantSettings.keyVariable: "other"])
        #expect(try both.readKey() == "other")
        #expect(throws: AssistantSettings.Problem.self) {
            try self.settings(environment: [AssistantSettings.keyVariable: "a\r\nX: y"])
        }
    }
}
