import Domain
import JSON
import Workspace

/// What a person set in `config.json`: `{"language": "fr", "theme": "day", "keymap": "emacs", "database":
/// "postgres://…", "assistant": {…}, "mail": {…}}`. A file that is not there or not JSON sets nothing; `rplus doctor`
/// tells what is wrong with it.
struct Settings {
    var language: Language?
    /// The name of a theme.
    var theme: String?
    /// The preset of keys.
    var keymap: String?
    /// The database of the default workspace, where it is not in its folder.
    var database: String?
    /// As it is written; `assistant(environment:)` reads it.
    private var assistant: JSONValue?
    /// How mails leave, as it stands in the file.
    var mail: JSONValue?

    static func load(environment: [String: String]) -> Settings {
        guard let location = try? WorkspaceLocation.resolve(environment: environment),
            let bytes = try? InputFile.contents(
                location.configuration + "/config.json", limit: 1 << 20, standard: MemoryInput("")),
            let document = try? JSONValue(parsing: bytes)
        else { return Settings() }
        return Settings(document)
    }

    init() {}

    init(_ document: JSONValue) {
        language = document["language"]?.stringValue.flatMap(Language.init(rawValue:))
        theme = document["theme"]?.stringValue
        keymap = document["keymap"]?.stringValue
        database = document["database"]?.stringValue
        mail = document["mail"]
        assistant = document["assistant"]
    }

    /// The assistant that may write texts, or what is wrong with its settings; `nil` for none.
    func assistant(environment: [String: String]) -> Result<AssistantSettings, AssistantSettings.Problem>? {
        guard let assistant, !assistant.isNull else { return nil }
        do throws(AssistantSettings.Problem) {
            return .success(try AssistantSettings(assistant, environment: environment))
        } catch {
            return .failure(error)
        }
    }
}
