import Glibc

/// Hands mails over by putting them into a Maildir (https://cr.yp.to/proto/maildir.html): each is written in `tmp/`,
/// forced to the disk, and only then named in `new/`. A reader moves it to `cur/`.
///
/// The name is made from the mail's own, so a mail that was handed over before a crash is found again in `new/` or
/// `cur/` and not written twice.
public final class Maildir: MailTransport {
    public let path: String
    public let batch = 100

    /// The folder is made where it is not there.
    public init(path: String) { self.path = path }

    public func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?] {
        guard !messages.isEmpty else { return [] }
        do throws(MailFailure) {
            for folder in [path, path + "/tmp", path + "/new", path + "/cur"] { try makeFolder(folder) }
            let seen = messages.contains(where: \.isRepeated) ? try read() : []
            return deliver(messages, except: seen)
        } catch {
            return messages.map { _ in error }
        }
    }

    private func deliver(_ messages: [MailMessage], except seen: Set<String>) -> [MailFailure?] {
        var failures = [MailFailure?](repeating: nil, count: messages.count)
        var written: [(index: Int, temporary: String, final: String)] = []
        for (index, message) in messages.enumerated() {
            let name = name(of: message)
            let final = "\(path)/new/\(name)"
            if seen.contains(name) || access(final, F_OK) == 0 { continue }
            let temporary = "\(path)/tmp/\(name).\(getpid())-\(UInt64.random(in: 0 ... .max))"
            failures[index] = write(message, to: temporary)
            if failures[index] == nil { written.append((index, temporary, final)) }
        }
        // For many, the system writes everything that it holds at once, and then each only has to say that it is written.
        if written.count > 8 { sync() }
        for file in written {
            do throws(MailFailure) {
                try synchronize(file.temporary, O_RDONLY)
                try give(file.temporary, name: file.final)
            } catch {
                failures[file.index] = error
            }
            unlink(file.temporary)
        }
        // Names are lost with the power unless the folder is on the disk too.
        do throws(MailFailure) {
            try synchronize(path + "/new", O_RDONLY | O_DIRECTORY)
        } catch {
            failures = failures.map { $0 ?? error }
        }
        return failures
    }

    /// The names of the mails that a reader has seen already, without what the reader added.
    private func read() throws(MailFailure) -> Set<String> {
        guard let folder = opendir(path + "/cur") else { throw failure(path + "/cur") }
        defer { closedir(folder) }
        var names: Set<String> = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.insert(String(name.prefix { $0 != ":" }))
        }
        return names
    }

    /// Only what a mail's name is made of, so that no other path is ever written.
    private func name(of message: MailMessage) -> String {
        let plain = message.id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return "\(plain).rplus"
    }

    /// Writes one mail. Answers why that failed, and then nothing of it is left.
    private func write(_ message: MailMessage, to temporary: String) -> MailFailure? {
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return failure(temporary) }
        defer { close(descriptor) }
        guard !append(MailWriter.bytes(of: message), to: descriptor) else { return nil }
        let problem = failure(temporary)
        unlink(temporary)
        return problem
    }

    /// Names a mail that is on the disk. Linking, unlike renaming, never replaces a mail that somebody else has put there
    /// meanwhile.
    private func give(_ temporary: String, name final: String) throws(MailFailure) {
        if link(temporary, final) == 0 || errno == EEXIST { return }
        // File systems without links.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno), rename(temporary, final) == 0 else {
            throw failure(final)
        }
    }

    private func append(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                written += count
            }
            return true
        }
    }

    private func makeFolder(_ folder: String) throws(MailFailure) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
    }

    private func synchronize(_ path: String, _ flags: Int32) throws(MailFailure) {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// What the system said last, about a path.
    private func failure(_ path: String) -> MailFailure { MailFailure("\(path): \(String(cString: strerror(errno)))") }
}
