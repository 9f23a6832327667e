import Domain
import Glibc
import Synchronization

/// The program's log, `rplus.log` in the state folder: one line an entry, for its owner alone. When it has grown past
/// its limit it becomes `rplus.log.1`, and the one before that `rplus.log.2`. Several processes may write to it.
///
/// A log that cannot be written never stops the program.
public final class LogFile: Sendable {
    public let path: String
    private let limit: Int
    private let kept: Int
    private let lock = Mutex(())

    /// Opens nothing yet. `limit` is in bytes, `kept` is how many old logs stay.
    public init(path: String, limit: Int = 1_048_576, kept: Int = 3) {
        self.path = path
        self.limit = limit
        self.kept = kept
    }

    /// Adds a line with the time in front. Control characters are escaped and what looks like a secret is left out.
    public func write(_ message: String, at instant: Instant = SystemClock().now()) {
        let line = "\(instant) \(LogText.safe(message))\n"
        lock.withLock { _ in
            do throws(WorkspaceProblem) {
                try PrivateFolder.make(PrivateFolder.parent(of: path))
            } catch {
                return
            }
            append(Array(line.utf8))
        }
    }

    private func append(_ line: [UInt8]) {
        for _ in 0..<3 {
            let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            flock(descriptor, LOCK_EX)
            var status = stat()
            fstat(descriptor, &status)
            var named = stat()
            // Another process may have given the file another name while this one waited.
            guard stat(path, &named) == 0, named.st_ino == status.st_ino else { continue }
            if status.st_size > 0, Int(status.st_size) + line.count > limit {
                rotate()
                continue
            }
            _ = PrivateFile.append(line, to: descriptor)
            return
        }
    }

    private func rotate() {
        for number in stride(from: kept, to: 1, by: -1) { rename("\(path).\(number - 1)", "\(path).\(number)") }
        if kept > 0 { rename(path, "\(path).1") } else { unlink(path) }
    }
}
