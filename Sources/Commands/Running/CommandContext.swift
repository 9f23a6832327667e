import Domain
import Workspace

/// Everything a command may touch of the process that runs it, so that a test runs it without one.
public struct CommandContext: Sendable {
    public var environment: [String: String]
    /// Relative paths are taken from here.
    public var currentFolder: String
    public var input: any ByteInput
    public var output: any ByteOutput
    public var errors: any ByteOutput
    public var screens: any Screens
    /// How workspaces are opened; a test makes passwords cheap.
    public var workspaceOptions = WorkspaceOptions()
    /// The language that the person reads; the program sets it before a command runs.
    public internal(set) var language = Language.english
    /// Whether `--lang` said so; an account's own language gives way to it.
    var isLanguageChosen = false

    public init(
        environment: [String: String], currentFolder: String, input: any ByteInput, output: any ByteOutput,
        errors: any ByteOutput, screens: any Screens
    ) {
        self.environment = environment
        self.currentFolder = currentFolder
        self.input = input
        self.output = output
        self.errors = errors
        self.screens = screens
    }

    /// A path of the command line, absolute. `-` stays.
    func path(_ text: String) -> String {
        text.hasPrefix("/") || text == "-" ? text : "\(currentFolder)/\(text)"
    }

    /// The options for a workspace whose calls come from `origin`.
    func workspaceOptions(origin: String) -> WorkspaceOptions {
        var options = workspaceOptions
        options.origin = origin
        let settings = Settings.load(environment: environment)
        options.mail = settings.mail(environment: environment)
        options.isDeveloperMode = environment["RPLUS_DEVELOPER"] == "1"
        options.assistant = settings.assistant(environment: environment)
        return options
    }

    func say(_ phrase: Phrase) { output.line(phrase[language]) }
    /// To standard error, with the program's name in front.
    func complain(_ phrase: Phrase) { errors.line("rplus: " + phrase[language]) }

    /// Colours for standard output, if it shows them.
    var paint: Paint { Paint(for: output, environment: environment) }
}

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    /// The operation was refused or failed.
    case failed = 1
    /// The command was used wrongly.
    case wrongUsage = 2
}

/// Why a command ended early; what it says goes to standard error.
public struct CommandFailure: Error {
    var phrase: Phrase
    var status: ExitStatus

    public init(_ phrase: Phrase, status: ExitStatus = .failed) {
        self.phrase = phrase
        self.status = status
    }

    static func usage(_ phrase: Phrase) -> CommandFailure { CommandFailure(phrase, status: .wrongUsage) }
}
