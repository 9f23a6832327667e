/// Why there can be no screen. The description says what to do instead.
public enum ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// `TERM` is not set, or is `dumb`: it cannot move the cursor.
    case dumbTerminal(name: String)
    /// Neither the entry that `TERM` names nor any of its stand-ins is installed.
    case unknownTerminal(name: String)

    public var description: String {
        switch self {
        case .notATerminal: "standard input and output are not a terminal"
        case .dumbTerminal(let name):
            name.isEmpty ? "TERM is not set" : "the terminal \(name) cannot move its cursor"
        case .unknownTerminal(let name):
            "no terminfo entry for \(name), xterm-256color or xterm; install ncurses-base or ncurses-term"
        }
    }
}
