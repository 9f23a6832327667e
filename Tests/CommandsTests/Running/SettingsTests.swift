import Domain
import Engine
import Foundation
import Testing
import Workspace

@testable import Commands

/// What a configuration file that cannot be used does to mails and to the assistant.
@Suite struct SettingsTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private var file: String { desk.folder + "/config/recrutementplus/config.json" }

    private func settings() -> Settings {
        Settings.load(environment: ["HOME": desk.folder, "XDG_CONFIG_HOME": desk.folder + "/config"])
    }

    @Test func noFileIsNoMistake() throws {
        #expect(settings().mail(environment: [:]).problem == nil)
        #expect(settings().assistant(environment: [:]) == nil)
        try desk.file("config/recrutementplus/config.json", "{}")
        #expect(settings().mail(environment: [:]).problem == nil)
        #expect(settings().assistant(environment: [:]) == nil)
    }

    @Test(arguments: [#"{"mail": {"transport": "smtp""#, "[]", "", "\"x\"", "{}}"])
    func aBrokenFileIsNotTakenForNone(_ text: String) throws {
        try desk.file("config/recrutementplus/config.json", text)
        let problem = try #require(settings().mail(environment: [:]).problem)
        #expect(problem.english.hasPrefix("config.json "))
        #expect(settings().assistant(environment: [:]) == .failure(AssistantSettings.Problem(phrase: problem)))
    }

    @Test func aFileThatCannotBeReadIsNotTakenForNone() throws {
        try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
        #expect(settings().mail(environment: [:]).problem?.english == "config.json cannot be read: Is a directory.")
    }

    @Test func mailsWaitUntilTheFileIsMended() throws {
        let made = desk.run(
            "init", "--email", "owner@example.com", "--password-stdin", input: "correct horse battery staple\n")
        #expect(made.status == .done, "\(made.errors)")
        func waiting() throws -> Int {
            let opened = try Workspace.open(
                at: WorkspaceLocation(
                    folder: desk.workspace, configuration: desk.folder + "/config", state: desk.folder + "/state",
                    server: try WorkspaceLocation.resolve(
                        folder: desk.workspace, database: desk.server, environment: ["HOME": desk.folder]
                    ).server))
            defer { opened.close() }
            return try opened.database.read {
                try $0.value("SELECT COUNT(*) FROM outbox WHERE status = 'waiting'", as: Int.self)
            } ?? 0
        }
        try desk.file("config/recrutementplus/config.json", #"{"mail": {"transport": "smtp", }}"#)
        let asked = desk.run("call", "auth.forgotPassword", "email=owner@example.com", "--anonymous")
        #expect(asked.status == .done, "\(asked.output) \(asked.errors)")
        #expect(try waiting() == 1)
        #expect(!FileManager.default.fileExists(atPath: desk.workspace + "/mail/new"))
        let doctor = desk.run("doctor").lines.filter { $0.hasPrefix("warning   Settings: ") }
        #expect(doctor.count == 1 && doctor[0].contains("config.json is not JSON"), "\(doctor)")
    }
}
