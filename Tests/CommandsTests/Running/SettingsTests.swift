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

    @Test func aLinkIntoNothingIsNotTakenForNone() throws {
        try desk.file("config/recrutementplus/other.json", "{}")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/nonexistent/config.json")
        #expect(
            settings().mail(environment: [:]).problem?.english
                == "config.json cannot be read: No such file or directory.")
        #expect(desk.run("call", "jobs.list", "--anonymous", environment: Self.byDefault).status == .failed)
    }

    @Test func aPipeIsNotWaitedFor() throws {
        try desk.file("config/recrutementplus/other.json", "{}")
        #expect(mkfifo(file, 0o600) == 0)
        #expect(settings().mail(environment: [:]).problem?.english == "config.json is no file.")
    }

    /// Neither a workspace nor a database is named but by the settings.
    private static let byDefault = ["RPLUS_WORKSPACE": "", "RPLUS_DATABASE": ""]
    private var defaultFolder: String { desk.folder + "/data/recrutementplus/default" }

    /// What keeps the default workspace closed, and what must be said about it.
    static let unusable = [
        (#"{"database": "postgres://ann@db.example/recruiting","# + "\n", "config.json:2: config.json is not JSON: "),
        ("[]", "config.json: config.json holds no JSON object."),
        (#"{"database": ["postgres://ann:secret@db.example/recruiting"]}"#, "config.json: database must be an address"),
        (#"{"database": "mysql://ann:secret@db.example/recruiting"}"#, "config.json: database must be an address"),
        (#"{"database": ""}"#, "config.json: database must be an address"),
    ]

    @Test(arguments: unusable) func theDefaultWorkspaceStaysClosedWhereItsDatabaseIsNotKnown(
        _ text: String, _ words: String
    ) throws {
        try desk.file("config/recrutementplus/config.json", text)
        for command in [
            ["call", "jobs.list", "--anonymous"], ["backup", "list"], ["export", "jobs"],
            ["init", "--email", "owner@example.com", "--password-stdin"], ["demo", "--no-ui"],
        ] {
            let outcome = desk.run(
                command, input: MemoryInput("correct horse battery staple\n"), environment: Self.byDefault)
            #expect(outcome.status == .failed, "\(command): \(outcome.output)")
            #expect(outcome.errors.contains(words), "\(command): \(outcome.errors)")
            #expect(!outcome.errors.contains("secret"))
        }
        let french = desk.run("call", "jobs.list", "--lang", "fr", environment: Self.byDefault)
        #expect(french.errors.contains("La base de votre espace de travail n’est donc pas connue"), "\(french.errors)")
        #expect(!FileManager.default.fileExists(atPath: defaultFolder))
    }

    @Test(arguments: unusable) func doctorNamesWhatKeepsTheDefaultWorkspaceClosed(
        _ text: String, _ words: String
    ) throws {
        try desk.file("config/recrutementplus/config.json", text)
        let doctor = desk.run("doctor", environment: Self.byDefault)
        #expect(doctor.status == .failed)
        #expect(doctor.output.contains("UNKNOWN   Folder: The workspace was not examined"))
        #expect(!doctor.output.contains("Assistant:"))
        let problem = words.split(separator: ": ", maxSplits: 1)[1]
        #expect(doctor.lines.contains { $0.hasPrefix("warning   Settings: \(problem)") }, "\(doctor.output)")
        #expect(doctor.output.replacing("\n          ", with: " ").contains("the default workspace is not opened"))
        // Nothing is said about a database that may not be the workspace's.
        #expect(!doctor.output.contains(" Database: ") && !doctor.output.contains("There is no workspace"))
        #expect(desk.run("keys", "--check", environment: Self.byDefault).status == .done)
        #expect(desk.run("themes", environment: Self.byDefault).status == .done)
    }

    @Test(arguments: ["{", #"{"database": 5}"#]) func aWorkspaceThatIsNamedDoesNotAskTheSettings(_ text: String) throws
    {
        try desk.file("config/recrutementplus/config.json", text)
        let made = desk.run(
            "init", "--email", "owner@example.com", "--password-stdin", "--workspace", "named",
            input: "correct horse battery staple\n", environment: Self.byDefault)
        #expect(made.status == .done, "\(made.errors)")
        let seen = desk.run("call", "jobs.list", "--anonymous", "--workspace", "named", environment: Self.byDefault)
        #expect(seen.status == .done, "\(seen.errors)")
    }

    @Test func noDatabaseIsNoMistake() throws {
        try desk.file("config/recrutementplus/config.json", #"{"database": null}"#)
        let made = desk.run(
            "init", "--email", "owner@example.com", "--password-stdin", input: "correct horse battery staple\n",
            environment: Self.byDefault)
        #expect(made.status == .done, "\(made.errors)")
        #expect(FileManager.default.fileExists(atPath: defaultFolder + "/workspace.db"))
    }

    @Test func aWrongAddressInTheEnvironmentHidesNoSettings() throws {
        try desk.file("config/recrutementplus/config.json", "{")
        let settings = Settings.load(environment: [
            "HOME": desk.folder, "XDG_CONFIG_HOME": desk.folder + "/config", "RPLUS_DATABASE": "nonsense",
        ])
        #expect(settings.mail(environment: [:]).problem != nil)
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
