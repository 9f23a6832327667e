import Foundation

/// A real terminal driven through tmux: press, wait until the screen says what it should, look.
public final class TmuxTerminal {
    /// What went wrong, with the screen as it was.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let socket: String
    private let session = "t"

    /// Starts a program in a terminal of its own, with nothing of the caller's environment but what is given.
    public init(
        _ arguments: [String], environment: [String: String], width: Int = 118, height: Int = 34
    ) throws {
        socket = "rplus-\(UUID().uuidString)"
        let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let command = (["env", "-i"] + settings + arguments).map(Self.quoted).joined(separator: " ")
        // The window stays when the program ends, so that what it left can be looked at.
        try tmux([
            "-f", "/dev/null", "new-session", "-d", "-s", session, "-x", "\(width)", "-y", "\(height)",
            "\(command); echo \"[ended $?]\"; exec sleep 600",
        ])
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// Presses keys as tmux names them: `L`, `Enter`, `Escape`, `C-r`.
    public func press(_ keys: String...) throws { try tmux(["send-keys", "-t", session] + keys) }

    /// Types a text character by character.
    public func type(_ text: String) throws { try tmux(["send-keys", "-t", session, "-l", text]) }

    /// Pastes a text in one piece, bracketed where the program asked for it.
    public func paste(_ text: String) throws {
        try tmux(["set-buffer", text])
        try tmux(["paste-buffer", "-p", "-t", session])
    }

    public func resize(width: Int, height: Int) throws {
        try tmux(["resize-window", "-t", session, "-x", "\(width)", "-y", "\(height)"])
    }

    /// The screen as text.
    public func screen() throws -> String { try tmux(["capture-pane", "-p", "-t", session]) }

    /// The process of the program, for signals.
    public func processIdentifier() throws -> Int32 {
        let shell = try tmux(["list-panes", "-t", session, "-F", "#{pane_pid}"])
        let output = try Self.run(
            "/usr/bin/env", ["pgrep", "-P", shell.trimmingCharacters(in: .whitespacesAndNewlines)])
        guard let first = output.split(separator: "\n").first, let number = Int32(first) else {
            throw Failure(description: "no process below \(shell)")
        }
        return number
    }

    /// Waits until the screen holds a text (or, with `gone`, no longer does), then until nothing changes any more.
    @discardableResult
    public func wait(for text: String, gone: Bool = false, seconds: Double = 30) throws -> String {
        let end = Date(timeIntervalSinceNow: seconds)
        var last = ""
        while Date() < end {
            let now = try screen()
            if now.contains(text) != gone, now == last { return now }
            last = now
            Thread.sleep(forTimeInterval: 0.03)
        }
        throw Failure(description: "waited for \(gone ? "the end of " : "")“\(text)”; the screen is\n\(last)")
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        try Self.run("/usr/bin/env", ["tmux", "-u", "-L", socket] + arguments)
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let ended = try SpawnedProcess.run(program, arguments)
        guard ended.status == 0 else { throw Failure(description: "\(arguments): \(ended.output)") }
        return ended.output
    }
}
