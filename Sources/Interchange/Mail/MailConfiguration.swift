import Domain
import JSON

/// How mails leave and where they come back to: `"mail"` of config.json.
///
///     {"transport": "smtp", "url": "smtp://mail.example:587", "user": "ann", "password_file": "/etc/rplus/password"}
public struct MailConfiguration: Sendable, Hashable {
    public enum Transport: Sendable, Hashable {
        /// Into the workspace's own folder `mail/`.
        case maildir
        /// A program that takes `-i -f SENDER -- RECIPIENT` and the mail on its input, with arguments of one's own first.
        case sendmail([String])
        case smtp(MailServer)
    }

    public var transport: Transport
    /// A Maildir that reports of mails that came back, and wishes for no more mail, are delivered to.
    public var incoming: String?
    /// How long handing over one mail may take, in seconds: 1 to 120, less than the outbox keeps it for who took it.
    public var timeout: Int

    public init(transport: Transport = .maildir, incoming: String? = nil, timeout: Int = 30) {
        self.transport = transport
        self.incoming = incoming
        self.timeout = timeout
    }

    private static let members: Set<String> = [
        "transport", "command", "url", "user", "password_file", "starttls", "ca_file", "timeout_seconds", "bounces",
    ]

    /// Reads it. A password that stands in no file is `RPLUS_MAIL_PASSWORD` of the environment.
    public init(_ document: JSONValue, environment: [String: String] = [:]) throws(MailConfigurationProblem) {
        guard let object = document.objectValue else {
            throw MailConfigurationProblem("", en: "must be an object", fr: "doit être un objet")
        }
        for key in object.keys where !Self.members.contains(key) {
            throw MailConfigurationProblem(key, en: "is no setting", fr: "n’est pas un réglage")
        }
        self.init()
        incoming = try Self.path(document, "bounces")
        if let value = document["timeout_seconds"] {
            guard let seconds = value.integerValue, (1...120).contains(seconds) else {
                throw MailConfigurationProblem(
                    "timeout_seconds", en: "must be a whole number from 1 to 120", fr: "doit être un entier de 1 à 120")
            }
            timeout = Int(seconds)
        }
        switch document["transport"]?.stringValue ?? (document["transport"] == nil ? "maildir" : "") {
        case "maildir": transport = .maildir
        case "sendmail": transport = .sendmail(try Self.command(document["command"]))
        case "smtp": transport = .smtp(try MailServer(document, environment: environment))
        default:
            throw MailConfigurationProblem(
                "transport", en: "must be maildir, sendmail or smtp", fr: "doit être maildir, sendmail ou smtp")
        }
    }

    private static func command(_ value: JSONValue?) throws(MailConfigurationProblem) -> [String] {
        guard let value else { return ["/usr/sbin/sendmail"] }
        let words = value.arrayValue?.compactMap(\.stringValue) ?? []
        guard words.count == value.arrayValue?.count, let program = words.first, program.hasPrefix("/"),
            !words.contains(where: { $0.utf8.contains(0) })
        else {
            throw MailConfigurationProblem(
                "command", en: "must be a list of texts that begins with a program’s full path",
                fr: "doit être une liste de textes commençant par le chemin complet d’un programme")
        }
        return words
    }

    static func path(_ document: JSONValue, _ key: String) throws(MailConfigurationProblem) -> String? {
        guard let value = document[key] else { return nil }
        guard let path = value.stringValue, path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw MailConfigurationProblem(key, en: "must be a full path", fr: "doit être un chemin complet")
        }
        return path
    }
}

/// What is wrong with the settings of mail.
public struct MailConfigurationProblem: Error, Sendable, Hashable {
    /// Where and what: `mail.url must be …`.
    public var phrase: Phrase

    init(_ key: String, en english: String, fr french: String) {
        let name = key.isEmpty ? "mail" : "mail.\(key)"
        phrase = Phrase(en: "\(name) \(english).", fr: "\(name) \(french).")
    }
}
