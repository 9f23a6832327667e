import Domain
import Glibc

/// A Maildir that mails are delivered to by somebody else, and that several may read. What was looked at moves from
/// `new/` to `cur/`; nothing is deleted.
public struct IncomingFolder: Sendable {
    /// What becomes of a mail.
    public enum Handling: Sendable, Hashable {
        /// It is done with, and marked as seen.
        case done
        /// It is for people, and they have not seen it.
        case left
        /// It may be another reader's: it stays in `new/` for a time, and is not read again meanwhile. When nobody has
        /// taken it, it is for people.
        case foreign
        /// It is looked at another time.
        case later
    }

    public let path: String
    /// Bytes of a mail that are looked at; what is beyond is somebody's attachment.
    static let limit = 1 << 20

    public init(path: String) { self.path = path }

    /// Reads at most `count` mails, in the order of their names. Throws where the folder cannot be read, or a mail not
    /// moved.
    ///
    /// - Parameters:
    ///   - known: the names of mails that were foreign, which are not read; it is kept up.
    ///   - oldest: foreign mails that came before this instant are left for people.
    public func read(
        atMost count: Int, except known: inout Set<String>, oldest: Instant, _ take: (IncomingMail) throws -> Handling
    ) throws {
        let names = try names()
        known.formIntersection(names)
        var looked = 0
        for name in names where looked < count && !known.contains(name) {
            guard let found = contents(of: "\(path)/new/\(name)") else { continue }
            looked += 1
            switch try take(IncomingMail(found.bytes)) {
            case .done: try move(name, flags: "S")
            case .left: try move(name, flags: "")
            case .foreign where found.came < oldest: try move(name, flags: "")
            case .foreign: known.insert(name)
            case .later: return
            }
        }
    }

    private func names() throws(MailFailure) -> [String] {
        guard let folder = opendir(path + "/new") else {
            throw failure(path + "/new")
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

    /// The beginning of a plain file and when it was written; a link, a pipe or a folder is nobody's mail.
    private func contents(of file: String) -> (bytes: [UInt8], came: Instant)? {
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
        return (bytes, Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1_000))
    }

    /// A program that has read it at the same time may have been first.
    private func move(_ name: String, flags: String) throws(MailFailure) {
        guard mkdir(path + "/cur", 0o700) == 0 || errno == EEXIST else { throw failure(path + "/cur") }
        let from = "\(path)/new/\(name)"
        guard rename(from, "\(path)/cur/\(name.prefix { $0 != ":" }):2,\(flags)") == 0 || errno == ENOENT else {
            throw failure(from)
        }
    }

    /// What the system said last, about a path.
    private func failure(_ path: String) -> MailFailure {
        MailFailure("\(path): \(String(cString: strerror(errno)))", .unavailable)
    }
}
