import Domain
import JSON
import Workspace

/// Which language to speak: `--lang`, else the configuration's, else the locale's.
struct LanguageChoice {
    var language: Language
    /// Whether the command line says so.
    var isExplicit = false

    init(arguments: [String], environment: [String: String]) {
        if let said = Self.option(in: arguments).flatMap(Language.init(rawValue:)) {
            language = said
            isExplicit = true
            return
        }
        if let configured = Settings.load(environment: environment).language {
            language = configured
            return
        }
        // As the C library does it: the first of these that is set.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        language = Language(locale: locale ?? "")
    }

    private static func option(in arguments: [String]) -> String? {
        for (index, word) in arguments.enumerated() {
            if word == "--" { return nil }
            if word == "--lang" { return index + 1 < arguments.count ? arguments[index + 1] : nil }
            if word.hasPrefix("--lang=") { return String(word.dropFirst(7)) }
        }
        return nil
    }
}
