import Glibc

/// The release build of `rplus`, started on a demo workspace in a terminal that never answers a question.
struct WorkstationProgram {
    let path: String
    /// Where it keeps its configuration and state, apart from those of the person who measures.
    let home: String

    /// The program beside this one, unless another is named.
    static var besideThis: String {
        let own = CommandLine.arguments.first ?? ""
        return (own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./") + "rplus"
    }

    /// Throws where there is no such program.
    init(path: String, home: String) throws {
        guard access(path, X_OK) == 0 else { throw BenchProblem("\(path) is not there: build rplus first") }
        self.path = path
        self.home = home
    }

    func start(on folder: String) throws -> TerminalSession {
        try TerminalSession(
            [path, "demo", "--workspace", folder, "--as", "consultant", "--lang", "en"],
            environment: [
                "HOME": home, "XDG_CONFIG_HOME": home + "/configuration", "XDG_STATE_HOME": home + "/state",
                "XDG_DATA_HOME": home + "/data", "TERM": "xterm-256color", "LANG": "C.UTF-8",
                "PATH": "/usr/bin:/bin", "TZ": "UTC",
            ])
    }
}
