import Domain
import Glibc
import JSON
import Workspace

/// What a person set in `config.json`: `{"language": "fr", "theme": "day", "keymap": "emacs", "database":
/// "postgres://…", "assistant": {…}, "mail": {…}}`. A file that is not there sets nothing. Neither does one that cannot
/// be used, but then it is not known where the default workspace is, nor where mails are to go: it is not opened, no mail
/// leaves, and there is no assistant. `rplus doctor` tells what is wrong with it.
struct Settings {
    var language: Language?
    /// The name of a theme.
    var theme: String?
    /// The preset of keys.
    var keymap: String?
    /// The address of the default workspace's database, where it is not in its folder.
    private(set) var database: String?
    /// Why it is not known which database the default workspace has.
    private(set) var databaseProblem: Phrase?
    /// The file, and the line where something is wrong with one.
    private(set) var place = ""
    /// As it is written; `assistant(environment:)` reads it.
    private var assistant: JSONValue?
    /// How mails leave, as it stands in the file; `mail(environment:)` reads it.
    private var mail: JSONValue?
    /// Why the file cannot be used.
    private var problem: Phrase?

    /// Whether there is a file of which nothing can be used.
    var isUnusable: Bool { problem != nil }

    /// What was found at the place of the file.
    enum Reading {
        case missing
        case read(JSONValue)
        /// The line is 0 where it is not of a line.
        case unusable(Phrase, line: Int)
    }

    static func load(environment: [String: String]) -> Settings {
        // Who has no home has no settings, and is told so by whatever needs one.
        guard let folder = try? WorkspaceLocation.configuration(environment: environment) else { return Settings() }
        let path = folder + "/config.json"
        var settings = Settings()
        switch read(path) {
        case .missing: break
        case .read(let document):
            settings = Settings(document)
            settings.place = path
        case .unusable(let problem, let line):
            settings.problem = problem
            settings.databaseProblem = problem
            settings.place = line > 0 ? "\(path):\(line)" : path
        }
        return settings
    }

    static func read(_ path: String) -> Reading {
        // A link into nothing is not missing: what it should lead to may name the database.
        var status = stat()
        if lstat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR { return .missing }
        // A pipe would be waited for without end.
        guard stat(path, &status) != 0 || [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
            return .unusable(Phrase(en: "config.json is no file.", fr: "config.json n’est pas un fichier."), line: 0)
        }
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try InputFile.contents(path, limit: 1 << 20, standard: MemoryInput(""))
        } catch {
            return .unusable(
                Phrase(
                    en: "config.json cannot be read: \(error.reason).",
                    fr: "config.json est illisible : \(error.reason)."), line: 0)
        }
        do {
            let document = try JSONValue(parsing: bytes)
            guard document.objectValue == nil else { return .read(document) }
            return .unusable(
                Phrase(en: "config.json holds no JSON object.", fr: "config.json ne contient pas d’objet JSON."),
                line: 0)
        } catch {
            return .unusable(
                Phrase(
                    en: "config.json is not JSON: \(error.message).",
                    fr: "config.json n’est pas du JSON : \(error.message)."), line: error.line)
        }
    }

    init() {}

    init(_ document: JSONValue) {
        language = document["language"]?.stringValue.flatMap(Language.init(rawValue:))
        theme = document["theme"]?.stringValue
        keymap = document["keymap"]?.stringValue
        if let value = document["database"], !value.isNull {
            database = value.stringValue.flatMap { WorkspaceLocation.isServerAddress($0) ? $0 : nil }
            if database == nil { databaseProblem = Self.noAddress }
        }
        mail = document["mail"]
        assistant = document["assistant"]
    }

    /// Without the text itself, in which a password may stand.
    private static let noAddress = Phrase(
        en: "database must be an address such as \"postgres://user@host/name\".",
        fr: "database doit être une adresse comme \"postgres://utilisateur@hôte/nom\".")

    /// How mails leave, or why they have to wait.
    func mail(environment: [String: String]) -> MailSettings {
        if let problem { return MailSettings(problem: problem, environment: environment) }
        return MailSettings(mail, environment: environment)
    }

    /// The assistant that may write texts, or what is wrong with its settings; `nil` for none.
    func assistant(environment: [String: String]) -> Result<AssistantSettings, AssistantSettings.Problem>? {
        if let problem { return .failure(AssistantSettings.Problem(phrase: problem)) }
        guard let assistant, !assistant.isNull else { return nil }
        do throws(AssistantSettings.Problem) {
            return .success(try AssistantSettings(assistant, environment: environment))
        } catch {
            return .failure(error)
        }
    }
}
