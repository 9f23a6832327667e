import Glibc

/// A program running in a terminal of its own, of which this process holds the other end.
final class PseudoTerminal {
    /// The program's process.
    let process: pid_t
    private let master: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    /// Starts `arguments[0]` in a terminal of that size. Throws where there is no such program or no terminal left.
    init(_ arguments: [String], environment: [String: String], columns: Int, rows: Int) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0, let name = ttyname(ends.slave) else {
            throw BenchProblem("no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        defer { close(ends.slave) }
        for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        master = ends.master
        process = try Self.spawn(arguments, environment, terminal: name)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(master)
        if waitpid(process, nil, WNOHANG) == 0 {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    /// A new session whose controlling terminal is the one it opens first, as its standard input.
    private static func spawn(
        _ arguments: [String], _ environment: [String: String], terminal: UnsafePointer<CChar>
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSession)
        var words = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &variables)
        guard code == 0 else { throw BenchProblem("\(arguments[0]): \(String(cString: strerror(code)))") }
        return process
    }

    /// `POSIX_SPAWN_SETSID`, which Swift does not import.
    private static let newSession: Int16 = 0x80

    /// Types.
    func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
            if count > 0 {
                sent += count
            } else if errno != EAGAIN && errno != EINTR {
                throw BenchProblem("the program does not read its terminal any more")
            }
        }
    }

    /// What the program has written, waiting up to `milliseconds` for something. Empty when nothing came; `nil` when
    /// the program has ended.
    func read(within milliseconds: Int) -> ArraySlice<UInt8>? {
        var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, Int32(milliseconds)) > 0 else { return [] }
        let count = buffer.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
        if count > 0 { return buffer[..<count] }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
    }

    /// Pages of the program that are in memory, in bytes (`VmRSS`), and how many of them files back.
    func residentMemory() -> (all: Int, files: Int) {
        var found = (all: 0, files: 0)
        guard let file = fopen("/proc/\(process)/status", "r") else { return found }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            guard words.count > 1, let kilobytes = Int(words[1]) else { continue }
            if words[0] == "VmRSS:" { found.all = kilobytes * 1024 }
            if words[0] == "RssFile:" { found.files = kilobytes * 1024 }
        }
        return found
    }
}
