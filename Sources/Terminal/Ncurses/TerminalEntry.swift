import CNcurses
import Glibc

/// Finds the terminfo entry for a terminal and starts ncurses with it.
struct TerminalEntry {
    let screen: OpaquePointer
    /// The name of the entry that was found.
    let name: String
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>

    /// Starts ncurses on standard input and output.
    static func open(depth: ColorDepth?) throws(ScreenError) -> TerminalEntry {
        guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
        let term = Environment.value("TERM") ?? ""
        if term.isEmpty || term == "dumb" || term == "unknown" { throw .dumbTerminal(name: term) }
        // Descriptors of its own, so that closing ncurses closes nothing of the program.
        guard let output = fdopen(fcntl(1, F_DUPFD_CLOEXEC, 3), "w") else { throw .notATerminal }
        guard let input = fdopen(fcntl(0, F_DUPFD_CLOEXEC, 3), "r") else { throw .notATerminal }
        for name in candidates(term, direct: wantsDirectColor(depth)) {
            guard let screen = newterm(name, output, input) else { continue }
            return TerminalEntry(screen: screen, name: name, output: output, input: input)
        }
        throw .unknownTerminal(name: term)
    }

    /// The entries to try, best first.
    static func candidates(_ term: String, direct: Bool) -> [String] {
        var names: [String] = []
        if direct, !term.hasSuffix("-direct") {
            let base = term.hasSuffix("-256color") ? String(term.dropLast(9)) : term
            names.append(base + "-direct")
            if !base.hasPrefix("screen"), !base.hasPrefix("tmux"), base != "linux" { names.append("xterm-direct") }
        }
        return names + [term, "xterm-256color", "xterm"]
    }

    /// Where ncurses writes.
    var descriptor: Int32 { fileno(output) }

    /// Frees what `open` took, after `endwin`.
    func close() {
        delscreen(screen)
        _ = fclose(output)
        _ = fclose(input)
    }

    private static func wantsDirectColor(_ depth: ColorDepth?) -> Bool {
        if let depth { return depth == .trueColor }
        let value = Environment.value("COLORTERM") ?? ""
        return (value == "truecolor" || value == "24bit") && Environment.value("NO_COLOR") == nil
    }

    /// The colours that the entry has, unless fewer are asked for.
    static func colorDepth(wanted: ColorDepth?) -> ColorDepth {
        let colors = Int(tigetnum("colors"))
        let has: ColorDepth =
            switch colors {
            case ..<8: .mono
            case ..<256: .ansi16
            case ..<0x1_0000: .palette256
            default: .trueColor
            }
        let wanted = wanted ?? (Environment.value("NO_COLOR") == nil ? has : .mono)
        return min(has, wanted)
    }
}
