import Foundation
import TestSupport
import Testing

/// What a person does, with the real program in a real terminal.
@Suite(.serialized) struct WorkstationStoryTests {
    @Test func logInFilterMoveRejectUndoQuitAndOpenAgain() throws {
        let program = try Program()
        try program.makeDemo()
        try program.run(
            "login", "--workspace", program.workspace, "--email", "consultant@demo.example", "--password-stdin",
            input: "demo-password\n")
        let terminal = try program.open("--workspace", program.workspace)
        try terminal.wait(for: "applications")
        let start = try terminal.wait(for: "Screening")
        #expect(start.contains("consultant"))
        let name = try firstName(in: start)

        // Filter to one person and back.
        try terminal.press("/")
        try terminal.type(name.split(separator: " ").last.map(String.init) ?? name)
        try terminal.wait(for: name)
        try terminal.press("Escape")
        try terminal.wait(for: "/\(name)", gone: true)

        // A card on, by one key; the toast says so when it is on disk.
        try terminal.press("L")
        try terminal.wait(for: "→ Screening")
        try terminal.press("u")
        try terminal.wait(for: "Undone")

        // Another is rejected with a reason, and taken back.
        try terminal.press("j", "x")
        try terminal.wait(for: "Reason")
        try terminal.press("Right", "C-s")
        try terminal.wait(for: "→ Rejected")
        try terminal.press("u")
        try terminal.wait(for: "Undone")

        // This one stays moved.
        try terminal.press("g", "g", "L")
        let moved = try terminal.wait(for: "→ Screening")
        let toast = try #require(moved.split(separator: "\n").last { $0.contains("→ Screening") })
        let person =
            toast.replacingOccurrences(of: "→ Screening", with: "").trimmingCharacters(in: .whitespaces)
            .split(separator: "✓").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
        try terminal.press("Q")
        try terminal.wait(for: "[ended 0]")

        let again = try program.open("--workspace", program.workspace)
        try again.wait(for: "Screening")
        try again.press("l")
        let board = try again.wait(for: String(person.prefix(12)))
        #expect(board.contains(String(person.prefix(12))))
        try again.press("Q")
        try again.wait(for: "[ended 0]")
        #expect(try program.run("doctor", "--workspace", program.workspace).isEmpty == false)
    }

    @Test func theTerminalIsRestoredHoweverTheProgramEnds() throws {
        let program = try Program()
        try program.makeDemo()
        for signal in [SIGTERM, SIGHUP, SIGSEGV] {
            let terminal = try program.open("demo", "--workspace", program.workspace)
            try terminal.wait(for: "Screening")
            kill(try terminal.processIdentifier(), signal)
            let after = try terminal.wait(for: "[ended")
            #expect(!after.contains("Screening"), "signal \(signal)")
        }
    }

    @Test func staysWholeWhileTheTerminalChanges() throws {
        let program = try Program()
        try program.makeDemo()
        let terminal = try program.open("demo", "--workspace", program.workspace, "--lang", "fr")
        try terminal.wait(for: "Présélection")
        try terminal.resize(width: 80, height: 24)
        try terminal.wait(for: "Pipeline")
        try terminal.resize(width: 20, height: 5)
        try terminal.resize(width: 200, height: 60)
        try terminal.wait(for: "candidatures")
        // A paste outside of a text field is dropped: it is no command.
        try terminal.paste("QQQQ\nxxxx")
        try terminal.press("?")
        try terminal.wait(for: "Touches disponibles ici")
        try terminal.press("Escape")
        try terminal.wait(for: "Touches disponibles ici", gone: true)
        try terminal.wait(for: "candidatures")
        try terminal.press("Q")
        try terminal.wait(for: "[ended 0]")
    }

    /// The name on the first card of the second stage.
    private func firstName(in screen: String) throws -> String {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        let head = try #require(lines.firstIndex { $0.contains("Applied") })
        let column = try #require(lines[head].range(of: "Applied")).lowerBound
        let offset = lines[head].distance(from: lines[head].startIndex, to: column)
        let card = lines[head + 2].dropFirst(offset)
        return card.prefix(14).split(separator: "  ").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }
}
