import Foundation
import Glibc
import JSON
import Workspace

/// `rplus call --batch` as a process of its own: the product that was built beside these tests.
final class BatchProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread: [UInt8] = []

    /// Starts it on a workspace, as whoever the token names. `shell` is put before the program in a shell that runs it.
    init(on place: Place, token: String, shell: String? = nil) throws {
        signal(SIGPIPE, SIG_IGN)
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "rplus").path
        let arguments =
            ["call", "--batch", "--workspace", place.location.folder, "--token", token]
            + (place.location.server.map { ["--database", $0.uri] } ?? [])
        if let shell {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "\(shell); exec \"$@\"", "sh", program] + arguments
        } else {
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
        }
        process.environment = ["HOME": place.root, "LANG": "C.UTF-8"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try? output.fileHandleForWriting.close()
    }

    /// Writes lines from another thread, since a pipe holds fewer than a thousand. It ends when the process does.
    func send(_ lines: [JSONValue]) {
        let text = Array(lines.map { $0.serialized() + "\n" }.joined().utf8)
        let descriptor = dup(input.fileHandleForWriting.fileDescriptor)
        try? input.fileHandleForWriting.close()
        Thread.detachNewThread {
            defer { close(descriptor) }
            var sent = 0
            while sent < text.count {
                let count = text[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// The next answer that was written whole; `nil` when there is none any more.
    func nextAnswer() -> JSONValue? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(unread[..<end])
                unread.removeSubrange(...end)
                return try? JSONValue(parsing: line)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(output.fileHandleForReading.fileDescriptor, &buffer, buffer.count)
            guard count > 0 else { return nil }
            unread += buffer[..<count]
        }
    }

    /// Ends it in the middle of whatever it does.
    func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    func waitUntilExit() { process.waitUntilExit() }
}
