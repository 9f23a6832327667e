import Glibc

/// A Maildir that mails are delivered to by somebody else. What was looked at moves from `new/` to `cur/`; nothing is
/// deleted.
public struct IncomingFolder: Sendable {
    /// What becomes of a mail.
    public enum Handling: Sendable, Hashable {
        /// It is done with, and marked as seen.
        case done
        /// It is for people, and they have not seen it.
        case left
        /// It is looked at another time.
        case later
    }

    public let path: String
    /// Bytes of a mail that are looked at; what is beyond is somebody's attachment.
    static let limit = 1 << 20

    public init(path: String) { self.path = path }

    /// Reads at most `count` mails, in the order of their names. Throws where the folder cannot be read.
    public func read(atMost count: Int, _ take: (IncomingMail) throws -> Handling) throws {
        var looked = 0
        for name in try names() where looked < count {
            guard let bytes = contents(of: "\(path)/new/\(name)") else { continue }
            looked += 1
            switch try take(IncomingMail(bytes)) {
            case .done: move(name, flags: "S")
            case .left: move(name, flags: "")
            case .later: return
            }
        }
    }

    private func names() throws(MailFailure) -> [String] {
        guard let folder = opendir(path + "/new") else {
            throw MailFailure("\(path)/new: \(String(cString: strerror(errno)))", .unavailable)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            // One that is not UTF-8 would not be found again by the name that was read.
            if !name.hasPrefix("."), !name.contains("\u{FFFD}") { names.append(name) }
        }
        return names.sorted()
    }

    /// The beginning of a plain file; a link, a pipe or a folder is nobody's mail.
    private func contents(of file: String) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < Self.limit {
            let count = Glibc.read(descriptor, &part, min(part.count, Self.limit - bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return bytes
    }

    /// A program that has read it at the same time may have been first.
    private func move(_ name: String, flags: String) {
        mkdir(path + "/cur", 0o700)
        rename("\(path)/new/\(name)", "\(path)/cur/\(name.prefix { $0 != ":" }):2,\(flags)")
    }
}
