import Foundation

/// A started program: reads what it writes until it ends or a bound is reached.
final class ChildProcess {
    private let processID: pid_t
    private let output: Int32
    private let errors: Int32
    /// Where its input goes; -1 where it has none, or has all of it.
    private var inputEnd: Int32 = -1
    private var unsent: ArraySlice<UInt8>

    /// What a program finds in its environment unless told otherwise.
    static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]

    /// Starts the program in a process group of its own. Without an `input` it reads nothing.
    init(
        _ command: [String], input: [UInt8]? = nil, environment: [String] = ChildProcess.environment
    ) throws(ProcessRunner.Failure) {
        unsent = (input ?? [])[...]
        // Socket pairs, for they alone can be made so that no other child inherits them.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        var outputPipe: [Int32] = [0, 0]
        var errorPipe: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, kind, 0, &outputPipe) == 0 else { throw ProcessRunner.Failure.notStarted(errno) }
        guard socketpair(AF_UNIX, kind, 0, &errorPipe) == 0 else {
            let code = errno
            for descriptor in outputPipe { close(descriptor) }
            throw ProcessRunner.Failure.notStarted(code)
        }
        var inputPipe: [Int32] = [-1, -1]
        if input != nil, socketpair(AF_UNIX, kind, 0, &inputPipe) != 0 {
            let code = errno
            for descriptor in outputPipe + errorPipe { close(descriptor) }
            throw ProcessRunner.Failure.notStarted(code)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        if input == nil {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        } else {
            posix_spawn_file_actions_adddup2(&actions, inputPipe[1], 0)
        }
        posix_spawn_file_actions_adddup2(&actions, outputPipe[1], 1)
        posix_spawn_file_actions_adddup2(&actions, errorPipe[1], 2)
        for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var everySignal = sigset_t()
        var noSignal = sigset_t()
        sigfillset(&everySignal)
        sigdelset(&everySignal, SIGKILL)
        sigdelset(&everySignal, SIGSTOP)
        sigemptyset(&noSignal)
        posix_spawnattr_setsigdefault(&attributes, &everySignal)
        posix_spawnattr_setsigmask(&attributes, &noSignal)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        var identifier = pid_t()
        let code = posix_spawn(&identifier, command[0], &actions, &attributes, &arguments, &variables)
        for pointer in arguments + variables { free(pointer) }
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
        close(outputPipe[1])
        close(errorPipe[1])
        if input != nil { close(inputPipe[1]) }
        guard code == 0 else {
            if input != nil { close(inputPipe[0]) }
            close(outputPipe[0])
            close(errorPipe[0])
            throw ProcessRunner.Failure.notStarted(code)
        }
        processID = identifier
        output = outputPipe[0]
        errors = errorPipe[0]
        inputEnd = inputPipe[0]
    }

    deinit {
        if inputEnd >= 0 { close(inputEnd) }
        close(output)
        close(errors)
    }

    /// Waits for the end of the program; kills its whole group where it goes over a bound. A child that it leaves behind
    /// is not waited for, and lives.
    func collect(_ limits: ProcessRunner.Limits) throws(ProcessRunner.Failure) -> ProcessRunner.Outcome {
        let deadline = Self.milliseconds() + Int(limits.seconds * 1_000)
        var written: [UInt8] = []
        var complaint: [UInt8] = []
        var status: Int32?
        var polled = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            pollfd(fd: inputEnd, events: Int16(POLLOUT), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while polled[0].fd >= 0 || polled[1].fd >= 0 {
            let left = deadline - Self.milliseconds()
            guard left > 0 else {
                if status != nil, inputEnd < 0 { break }
                throw status == nil ? stop(.timedOut) : .timedOut
            }
            // What a child left behind keeps open does not end by itself. Once the program has, what it wrote is there
            // already; what is still on its way to a reader of its input is waited for.
            let ready = poll(&polled, 3, Int32(status != nil && inputEnd < 0 ? 0 : min(left, Self.look)))
            if ready == 0, status != nil, inputEnd < 0 { break }
            if status == nil { status = ended() }
            if ready <= 0 { continue }
            if polled[2].fd >= 0, polled[2].revents != 0, !feed() { polled[2].fd = -1 }
            for index in 0..<2 where polled[index].fd >= 0 && polled[index].revents != 0 {
                let count = read(polled[index].fd, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    polled[index].fd = -1
                } else if index == 0 {
                    written += buffer[..<count]
                    if written.count > limits.outputBytes {
                        throw status == nil ? stop(.outputTooLong) : .outputTooLong
                    }
                } else if complaint.count < 4_096 {
                    complaint += buffer[..<count]
                }
            }
        }
        guard let status = status ?? wait(until: deadline) else { throw stop(.timedOut) }
        return ProcessRunner.Outcome(
            status: status, output: Data(written), errorText: TextDecoding.text(of: complaint.prefix(4_096)))
    }

    /// Gives the program as much of its input as it takes now. Answers whether there is more; a program that reads no
    /// further is judged by how it ends.
    private func feed() -> Bool {
        let count = unsent.withUnsafeBufferPointer { bytes in
            send(inputEnd, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count < 0, errno == EINTR || errno == EAGAIN { return true }
        if count > 0 { unsent = unsent.dropFirst(count) }
        guard count < 0 || unsent.isEmpty else { return true }
        close(inputEnd)
        inputEnd = -1
        return false
    }

    private func stop(_ failure: ProcessRunner.Failure) -> ProcessRunner.Failure {
        kill(-processID, SIGKILL)
        kill(processID, SIGKILL)
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        return failure
    }

    /// Milliseconds between two looks whether the program has ended.
    private static let look = 50

    private func wait(until deadline: Int) -> Int32? {
        while true {
            if let status = ended() { return status }
            if Self.milliseconds() > deadline { return nil }
            usleep(1_000)
        }
    }

    /// How the program ended; `nil` while it runs. Answers once.
    private func ended() -> Int32? {
        var status: Int32 = 0
        let found = waitpid(processID, &status, WNOHANG)
        guard found == processID else { return found < 0 && errno != EINTR ? -1 : nil }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }
}
