import Domain
import Foundation
import JSON

/// What a person set under `"assistant"` in config.json: an endpoint that speaks OpenAI's chat completions.
///
///     {"url": "https://host/v1", "model": "name", "key_file": "/path", "timeout_seconds": 20,
///      "budget_tokens_per_day": 200000, "max_tokens": 1000, "personal_data": false}
public struct AssistantSettings: Sendable, Hashable {
    /// Without a slash at its end; `/chat/completions` is added to it.
    public var url: String
    public var model: String
    /// A file that only its owner may read; `nil` where the key is in the environment or none is needed.
    public var keyFile: String?
    /// The key from `RPLUS_ASSISTANT_KEY`, which goes before the file.
    public var key: String?
    public var timeoutSeconds: Int
    public var budgetTokensPerDay: Int
    /// The longest answer.
    public var maxTokens: Int
    /// Whether names may be sent where a text needs them.
    public var sharesPersonalData: Bool

    /// The variable of the environment that holds the key.
    public static let keyVariable = "RPLUS_ASSISTANT_KEY"

    /// What is wrong with the settings, for a person. It never has the key in it.
    public struct Problem: Error, Sendable, Hashable {
        public var phrase: Phrase

        public init(phrase: Phrase) { self.phrase = phrase }
    }

    private static let members = [
        "url", "model", "key_file", "timeout_seconds", "budget_tokens_per_day", "max_tokens", "personal_data",
    ]

    /// Reads the settings. Whether the key's file can be read is looked at when the key is needed.
    public init(_ json: JSONValue, environment: [String: String]) throws(Problem) {
        guard let object = json.objectValue else {
            throw Self.problem("", Phrase(en: "must be an object", fr: "doit être un objet"))
        }
        for member in object.keys where !Self.members.contains(member) {
            throw Self.problem(member, Phrase(en: "is no setting", fr: "n’est pas un réglage"))
        }
        url = try Self.address(object["url"])
        guard let model = object["model"]?.stringValue, (1...200).contains(model.count),
            model.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) })
        else {
            throw Self.problem(
                "model",
                Phrase(en: "must be the model’s name, without spaces", fr: "doit être le nom du modèle, sans espace"))
        }
        self.model = model
        if let file = object["key_file"] {
            guard let path = file.stringValue, path.hasPrefix("/") || path.hasPrefix("~/") else {
                throw Self.problem("key_file", Phrase(en: "must be an absolute path", fr: "doit être un chemin absolu"))
            }
            keyFile = path.hasPrefix("~/") ? (environment["HOME"] ?? "") + path.dropFirst(1) : path
        }
        if let key = environment[Self.keyVariable], !key.isEmpty {
            guard Self.isKey(key) else {
                throw Problem(
                    phrase: Phrase(
                        en: "\(Self.keyVariable) is no key: it has other characters than letters, digits and signs",
                        fr: "\(Self.keyVariable) n’est pas une clé : elle contient d’autres signes que ceux d’une clé"))
            }
            self.key = key
        }
        timeoutSeconds = try Self.number(object, "timeout_seconds", 1...300, standard: 20)
        budgetTokensPerDay = try Self.number(object, "budget_tokens_per_day", 0...1_000_000_000, standard: 200_000)
        maxTokens = try Self.number(object, "max_tokens", 50...32_000, standard: 2000)
        switch object["personal_data"] {
        case nil: sharesPersonalData = false
        case .bool(let shares): sharesPersonalData = shares
        default:
            throw Self.problem("personal_data", Phrase(en: "must be true or false", fr: "doit valoir true ou false"))
        }
    }

    /// Whether the address is this computer's; nothing that is sent there leaves it.
    var isLoopback: Bool { Self.isLoopback(URLComponents(string: url)?.host ?? "") }

    /// The key; `nil` where none is set. Throws where its file cannot be used.
    func readKey() throws(Problem) -> String? {
        if let key { return key }
        guard let keyFile else { return nil }
        let shown = LogText.safe(keyFile)
        guard let status = FileStatus(keyFile), status.isFile else {
            throw Self.problem(
                "key_file", Phrase(en: "there is no file \(shown)", fr: "le fichier \(shown) n’existe pas"))
        }
        guard status.mode & 0o077 == 0, status.owner == getuid() else {
            throw Self.problem(
                "key_file",
                Phrase(
                    en: "\(shown) can be read by others: chmod 600 \(ShellWord.of(shown))",
                    fr: "\(shown) est lisible par d’autres : chmod 600 \(ShellWord.of(shown))"))
        }
        var bytes: [UInt8]?
        do throws(WorkspaceProblem) {
            if status.size <= 4096 { bytes = try PrivateFile.contents(of: keyFile) }
        } catch {
            throw Self.problem(
                "key_file",
                Phrase(
                    en: "\(shown) cannot be read (\(error.phrase.english))",
                    fr: "\(shown) est illisible (\(error.phrase.french))"))
        }
        let text = bytes.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
        guard let text, Self.isKey(text) else {
            throw Self.problem(
                "key_file",
                Phrase(en: "\(shown) holds no key on one line", fr: "\(shown) ne contient pas de clé sur une ligne"))
        }
        return text
    }

    // MARK: Reading

    private static func problem(_ member: String, _ what: Phrase) -> Problem {
        let name = LogText.safe(member.isEmpty ? "assistant" : "assistant.\(member)")
        return Problem(phrase: Phrase(en: "\(name) \(what.english)", fr: "\(name) \(what.french)"))
    }

    private static func isKey(_ text: String) -> Bool {
        (1...1000).contains(text.count) && text.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
    }

    private static func number(
        _ object: JSONObject, _ member: String, _ range: ClosedRange<Int64>, standard: Int
    ) throws(Problem) -> Int {
        guard let value = object[member] else { return standard }
        guard let number = value.integerValue, range.contains(number) else {
            throw problem(
                member,
                Phrase(
                    en: "must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                    fr: "doit être un nombre entier de \(range.lowerBound) à \(range.upperBound)"))
        }
        return Int(number)
    }

    private static func address(_ value: JSONValue?) throws(Problem) -> String {
        guard let text = value?.stringValue, text.count <= 500,
            text.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }),
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            ["http", "https"].contains(parts.scheme), parts.query == nil, parts.fragment == nil
        else {
            throw problem(
                "url",
                Phrase(en: "must be an address such as https://host/v1", fr: "doit être une adresse https://hôte/v1"))
        }
        guard parts.user == nil, parts.password == nil else {
            throw problem(
                "url",
                Phrase(
                    en: "must hold no user name; the key goes into key_file",
                    fr: "ne doit pas contenir d’identifiant ; la clé va dans key_file"))
        }
        guard parts.scheme == "https" || isLoopback(host) else {
            throw problem(
                "url",
                Phrase(
                    en: "must begin with https://; http:// only leads to this computer (127.0.0.1, localhost)",
                    fr: "doit commencer par https:// ; http:// ne mène qu’à cette machine (127.0.0.1, localhost)"))
        }
        var address = text
        while address.hasSuffix("/") { address.removeLast() }
        return address
    }

    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
