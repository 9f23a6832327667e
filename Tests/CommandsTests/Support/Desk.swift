import Domain
import Engine
import Foundation
import JSON
import Screens
import TestSupport
import Workspace

@testable import Commands

/// A person's folder with its configuration and one workspace, where commands are run without a process.
final class Desk: Sendable {
    let folder: String
    let workspace: String
    private let made: TestDatabase?
    /// The address of the database that holds the workspace's rows; `nil` where a file does.
    var server: String? { made?.address.uri }
    /// What a person calls the place of the workspace.
    var shown: String { made?.address.description ?? workspace }

    struct Outcome {
        var status: ExitStatus
        var output: String
        var errors: String

        var lines: [String] {
            output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
        var json: JSONValue? { try? JSONValue(parsing: output) }
    }

    /// `onServer` says whether the rows are in a database where the tests run on a server.
    init(onServer: Bool = true) throws {
        made = onServer ? try TestServer.shared?.makeDatabase() : nil
        folder = FileManager.default.temporaryDirectory.appending(path: "rplus-desk-\(UUID().uuidString)").path
        workspace = folder + "/workspace"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { clear() }

    func clear() { try? FileManager.default.removeItem(atPath: folder) }

    /// A desk with a small demo on it.
    static func withDemo(onServer: Bool = true) throws -> Desk {
        let desk = try Desk(onServer: onServer)
        guard desk.server == nil else {
            try desk.makeDemo()
            return desk
        }
        try FileManager.default.copyItem(atPath: original.get().workspace, toPath: desk.workspace)
        return desk
    }

    /// Made once in a process; files are copied.
    private static let original: Result<Desk, any Error> = Result {
        // Statics are never freed, so its folder is cleared away when the tests end.
        atexit { if case .success(let desk) = Desk.original { desk.clear() } }
        let desk = try Desk(onServer: false)
        try desk.makeDemo()
        return desk
    }

    private func makeDemo() throws {
        let outcome = run(
            "demo", "--no-ui", "--applications", "60", "--candidates", "40", "--jobs", "20", "--today", "2026-11-20")
        guard outcome.status == .done else { throw Broken(outcome: outcome) }
    }

    struct Broken: Error { var outcome: Outcome }

    func context(
        input: any ByteInput = MemoryInput(""), output: any ByteOutput, errors: any ByteOutput,
        environment: [String: String] = [:]
    ) -> CommandContext {
        var own = [
            "HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_STATE_HOME": folder + "/state",
            "XDG_DATA_HOME": folder + "/data", "RPLUS_WORKSPACE": workspace, "LANG": "en_GB.UTF-8",
        ]
        own["RPLUS_DATABASE"] = server
        var context = CommandContext(
            environment: own.merging(environment) { $1 }, currentFolder: folder, input: input, output: output,
            errors: errors, screens: WorkstationScreens())
        context.workspaceOptions.passwords = PasswordHasher(memory: 64, passes: 1, lanes: 1)
        return context
    }

    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:], columns: Int? = nil
    ) -> Outcome {
        run(arguments, input: MemoryInput(input), environment: environment, columns: columns)
    }

    func run(
        _ arguments: [String], input: any ByteInput, environment: [String: String] = [:], columns: Int? = nil
    ) -> Outcome {
        let output = MemoryOutput(columns: columns)
        let errors = MemoryOutput()
        let status = Program.run(
            arguments, in: context(input: input, output: output, errors: errors, environment: environment))
        return Outcome(status: status, output: output.text, errors: errors.text)
    }

    /// Writes a file on the desk and answers its path.
    @discardableResult
    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    @discardableResult
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(filePath: folder).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// An access token of that role on the demo.
    func token(_ role: Role, second: Bool = false) throws -> String {
        try token(of: "\(role.rawValue)\(second ? "2" : "")@demo.example")
    }

    /// An access token of an account.
    func token(of email: String) throws -> String {
        let opened = try Workspace.open(
            at: WorkspaceLocation(
                folder: workspace, configuration: folder + "/config", state: folder + "/state",
                server: made?.address))
        defer { opened.close() }
        return try opened.openSession(email: email)
    }
}

/// A demo that no test changes.
enum SharedDesk {
    static let demo: Result<Desk, any Error> = Result {
        // Statics are never freed, so its folder is cleared away when the tests end.
        atexit { if case .success(let desk) = SharedDesk.demo { desk.clear() } }
        return try Desk.withDemo()
    }
}

/// The samples of the repository.
enum Samples {
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).appending(path: "../../../../examples/\(name)").standardizedFileURL.path
    }
}
