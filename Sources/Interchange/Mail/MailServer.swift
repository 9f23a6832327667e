import Domain
import Glibc
import JSON

/// A server that takes mails by SMTP (RFC 5321), and who one is there.
public struct MailServer: Sendable, Hashable {
    /// `smtps://host:465`, TLS from the first byte, or `smtp://host:587`.
    public var url: String
    public var host: String
    /// Whether a connection of `smtp:` has to turn to TLS before anything is said (RFC 3207).
    public var requiresTLS: Bool
    public var user: String?
    /// Where the password is.
    public var password: Password?
    /// Certificates to trust in the place of the system's, as PEM.
    public var certificates: String?

    public enum Password: Sendable, Hashable {
        /// The first line of a file that only its owner may read.
        case file(String)
        case text(String)
    }

    public init(
        url: String, host: String, requiresTLS: Bool = true, user: String? = nil, password: Password? = nil,
        certificates: String? = nil
    ) {
        self.url = url
        self.host = host
        self.requiresTLS = requiresTLS
        self.user = user
        self.password = password
        self.certificates = certificates
    }

    public var isEncrypted: Bool { requiresTLS || url.hasPrefix("smtps://") }
    /// Whether it is on this machine.
    public var isLoopback: Bool {
        host == "localhost" || host == "[::1]" || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    init(_ document: JSONValue, environment: [String: String]) throws(MailConfigurationProblem) {
        let text = document["url"]?.stringValue ?? ""
        guard let host = Self.host(of: text) else {
            throw MailConfigurationProblem(
                "url", en: "must be smtps://host:465 or smtp://host:587, without a user or a path",
                fr: "doit être smtps://hôte:465 ou smtp://hôte:587, sans utilisateur ni chemin")
        }
        self.init(url: text, host: host)
        switch document["starttls"] {
        case nil, "required"?: requiresTLS = !text.hasPrefix("smtps://")
        case "none"?: requiresTLS = false
        default:
            throw MailConfigurationProblem(
                "starttls", en: "must be required or none", fr: "doit être required ou none")
        }
        certificates = try MailConfiguration.path(document, "ca_file")
        guard let value = document["user"] else { return }
        guard let name = value.stringValue, !name.isEmpty, !Self.hasControl(name) else {
            throw MailConfigurationProblem("user", en: "must be one line of text", fr: "doit tenir sur une ligne")
        }
        user = name
        if let path = try MailConfiguration.path(document, "password_file") {
            password = .file(path)
        } else if let text = environment["RPLUS_MAIL_PASSWORD"], !text.isEmpty, !Self.hasControl(text) {
            password = .text(text)
        } else {
            throw MailConfigurationProblem(
                "password_file", en: "is needed with a user, or RPLUS_MAIL_PASSWORD in the environment",
                fr: "est nécessaire avec un utilisateur, ou RPLUS_MAIL_PASSWORD dans l’environnement")
        }
        guard isEncrypted || isLoopback else {
            throw MailConfigurationProblem(
                "starttls", en: "cannot be none with a user: the password would cross the network in the clear",
                fr: "ne peut pas être none avec un utilisateur : le mot de passe circulerait en clair")
        }
    }

    /// The host of an address `scheme://host[:port]`; `nil` for anything else.
    private static func host(of url: String) -> String? {
        guard let scheme = ["smtps://", "smtp://"].first(where: url.hasPrefix) else { return nil }
        let rest = url.dropFirst(scheme.count)
        let name: Substring
        let port: Substring
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            name = rest[...end]
            port = rest[rest.index(after: end)...]
            guard name.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                return nil
            }
        } else {
            name = rest.prefix { $0 != ":" }
            port = rest.dropFirst(name.count)
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }) else {
                return nil
            }
        }
        guard !name.isEmpty else { return nil }
        guard port.isEmpty || port.hasPrefix(":") && UInt16(port.dropFirst()).map({ $0 > 0 }) == true else {
            return nil
        }
        return String(name)
    }

    private static func hasControl(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value < 0x20 } }

    /// The password itself. Throws what is wrong with its file.
    func secret() throws(MailFailure) -> String? {
        switch password {
        case nil: return nil
        case .text(let text)?: return text
        case .file(let path)?:
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else {
                throw MailFailure("mail.password_file \(path): \(String(cString: strerror(errno)))", .unavailable)
            }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0
            else {
                throw MailFailure(
                    "mail.password_file \(path): others may read it, or it is no file; chmod 600", .unavailable)
            }
            var bytes = [UInt8](repeating: 0, count: 4_096)
            let count = read(descriptor, &bytes, bytes.count)
            let line = bytes.prefix(max(0, count)).prefix { $0 != 10 && $0 != 13 }
            guard !line.isEmpty else { throw MailFailure("mail.password_file \(path): it is empty", .unavailable) }
            return String(decoding: line, as: UTF8.self)
        }
    }
}
