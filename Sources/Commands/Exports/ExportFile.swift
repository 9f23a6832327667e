import Domain
import Glibc

/// A file that an export is written to: private, and under its name only when it is whole.
final class ExportFile {
    private let path: String
    private let partial: String
    private var descriptor: Int32
    let output: DescriptorOutput

    /// Throws where the file cannot be made, or is there already.
    init(_ path: String) throws {
        guard access(path, F_OK) != 0 else {
            throw CommandFailure.usage(
                Phrase(en: "\(path) is there already.", fr: "\(path) existe déjà."))
        }
        self.path = path
        partial = path + ".partial"
        descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        output = DescriptorOutput(descriptor)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    /// Gives the file its name.
    func finish() throws {
        let isKept = fsync(descriptor) == 0
        close(descriptor)
        descriptor = -1
        guard isKept, rename(partial, path) == 0 else { throw Self.failure(path) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partial)
    }

    private static func failure(_ path: String) -> CommandFailure {
        let reason = String(cString: strerror(errno))
        return CommandFailure(
            Phrase(en: "\(path) cannot be written: \(reason)", fr: "\(path) ne peut pas être écrit : \(reason)"))
    }
}
