import Domain
import Glibc

/// A file that could not be read.
public struct FileProblem: Error, Hashable {
    public let path: String
    /// In the words of the system.
    public let reason: String

    var phrase: Phrase {
        Phrase(en: "\(path) cannot be read: \(reason)", fr: "\(path) est illisible : \(reason)")
    }
}

/// Files that a person names on the command line.
enum InputFile {
    /// Opens a file for reading; `-` is what `standard` reads.
    static func open(_ path: String, standard: any ByteInput) throws(FileProblem) -> any ByteInput {
        guard path != "-" else { return standard }
        return OpenFile(descriptor: try descriptor(path))
    }

    /// All bytes of a file, which may have at most `limit`.
    static func contents(_ path: String, limit: Int, standard: any ByteInput) throws(FileProblem) -> [UInt8] {
        let input = try open(path, standard: standard)
        var bytes: [UInt8] = []
        while true {
            let chunk = try input.read(1 << 16)
            if chunk.isEmpty { return bytes }
            bytes += chunk
            guard bytes.count <= limit else {
                throw FileProblem(path: path, reason: "> \(limit / 1_048_576) MB")
            }
        }
    }

    private static func descriptor(_ path: String) throws(FileProblem) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(path: path, reason: String(cString: strerror(errno))) }
        var found = stat()
        if fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw FileProblem(path: path, reason: String(cString: strerror(EISDIR)))
        }
        return descriptor
    }
}

/// A file that is closed when nobody needs it any more.
private final class OpenFile: ByteInput {
    private let descriptor: Int32
    var isTerminal: Bool { false }
    var terminal: Int32? { nil }

    init(descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }

    func read(_ limit: Int) throws(FileProblem) -> [UInt8] { try DescriptorInput(descriptor).read(limit) }
}
