import Foundation

/// A started program: reads what it writes until it ends or a bound is reached.
final class ChildProcess {
    private let processID: pid_t
    private let output: Int32
    private let errors: Int32

    /// Starts the program in a process group of its own.
    init(_ command: [String]) throws(ProcessRunner.Failure) {
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
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
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
        let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        var identifier = pid_t()
        let code = posix_spawn(&identifier, command[0], &actions, &attributes, &arguments, &variables)
        for pointer in arguments + variables { free(pointer) }
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
        close(outputPipe[1])
        close(errorPipe[1])
        guard code == 0 else {
            close(outputPipe[0])
            close(errorPipe[0])
            throw ProcessRunner.Failure.notStarted(code)
        }
        processID = identifier
        output = outputPipe[0]
        errors = errorPipe[0]
    }

    deinit {
        close(output)
        close(errors)
    }

    /// Waits for the end of the program; kills its whole group where it goes over a bound.
    func collect(_ limits: ProcessRunner.Limits) throws(ProcessRunner.Failure) -> ProcessRunner.Outcome {
        let deadline = Self.milliseconds() + Int(limits.seconds * 1_000)
        var written: [UInt8] = []
        var complaint: [UInt8] = []
        var polled = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while polled.contains(where: { $0.fd >= 0 }) {
            let left = deadline - Self.milliseconds()
            guard left > 0 else { throw stop(.timedOut) }
            let ready = poll(&polled, 2, Int32(min(left, 1_000)))
            if ready <= 0 { continue }
            for index in 0..<2 where polled[index].fd >= 0 && polled[index].revents != 0 {
                let count = read(polled[index].fd, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    polled[index].fd = -1
                } else if index == 0 {
                    written += buffer[..<count]
                    if written.count > limits.outputBytes { throw stop(.outputTooLong) }
                } else if complaint.count < 4_096 {
                    complaint += buffer[..<count]
                }
            }
        }
        guard let status = wait(until: deadline) else { throw stop(.timedOut) }
        return ProcessRunner.Outcome(
            status: status, output: Data(written), errorText: TextDecoding.text(of: complaint.prefix(4_096)))
    }

    private func stop(_ failure: ProcessRunner.Failure) -> ProcessRunner.Failure {
        kill(-processID, SIGKILL)
        kill(processID, SIGKILL)
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        return failure
    }

    private func wait(until deadline: Int) -> Int32? {
        var status: Int32 = 0
        while true {
            let found = waitpid(processID, &status, WNOHANG)
            if found == processID { break }
            if found < 0 && errno != EINTR { return -1 }
            if Self.milliseconds() > deadline { return nil }
            usleep(1_000)
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }
}
