import Foundation
import TestSupport

/// The built program and a folder of its own, as a person has them.
final class Program {
    let folder: URL
    let path: String
    let environment: [String: String]
    var workspace: String { folder.appendingPathComponent("w").path }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The tests and the program are built into one folder.
        path =
            URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "rplus").path
        environment = [
            "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
            "EDITOR": "/bin/false",
        ]
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a command and answers what it printed; an exit code other than 0 is a failure.
    @discardableResult
    func run(_ arguments: String..., input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        let errors = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(arguments): \(String(decoding: errors, as: UTF8.self))")
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A small demo workspace.
    func makeDemo() throws {
        try run(
            "demo", "--workspace", workspace, "--no-ui", "--applications", "300", "--seed", "7", "--today", "2026-11-25"
        )
    }

    /// Starts the program in a terminal.
    func open(_ arguments: String..., width: Int = 118, height: Int = 34) throws -> TmuxTerminal {
        try TmuxTerminal([path] + arguments, environment: environment, width: width, height: height)
    }
}
