import ArgumentParser
import Domain
import JSON

/// The manual page of `rplus`, in the macros of man(7), made of what `--help` says: one section a command.
enum ManualPage {
    /// The page in the language that help is spoken in.
    static func text(_ language: Language) -> String {
        let tool = (try? JSONValue(parsing: RootCommand._dumpHelp()))?["command"] ?? .null
        var page = Page(language: language)
        page.line(".TH RPLUS 1 \"\" \"RecrutementPlus \(Program.version)\"")
        page.section(Phrase(en: "NAME", fr: "NOM"))
        page.text("rplus - \(tool["abstract"]?.stringValue ?? "")")
        page.section(Phrase(en: "SYNOPSIS", fr: "SYNOPSIS"))
        page.line(".B rplus")
        page.line(".RI [ command ] \" \" [ option ...]")
        page.section(Phrase(en: "DESCRIPTION", fr: "DESCRIPTION"))
        page.text(tool["discussion"]?.stringValue ?? "")
        page.section(Phrase(en: "OPTIONS", fr: "OPTIONS"))
        page.arguments(of: tool, except: [])
        page.section(Phrase(en: "COMMANDS", fr: "COMMANDES"))
        let common = Set(page.displayed(tool).compactMap(Page.label))
        for command in tool["subcommands"]?.arrayValue ?? [] { page.command(command, above: "", common) }
        page.section(Phrase(en: "EXIT STATUS", fr: "CODE DE RETOUR"))
        for (code, phrase) in Self.statuses { page.item("\(code)", phrase[language]) }
        page.section(Phrase(en: "ENVIRONMENT", fr: "ENVIRONNEMENT"))
        for (name, phrase) in Self.variables { page.item(name, phrase[language]) }
        let text = page.lines.joined(separator: "\n")
        return language == .french ? FrenchHelp.text(of: text, isHelp: true) : text
    }

    private static let statuses = [
        (0, Phrase(en: "Done.", fr: "Fait.")),
        (1, Phrase(en: "The operation was refused or failed.", fr: "L’opération a été refusée ou a échoué.")),
        (2, Phrase(en: "The command was used wrongly.", fr: "La commande est mal employée.")),
    ]

    private static let variables = [
        ("RPLUS_WORKSPACE", Phrase(en: "The workspace's folder.", fr: "Le dossier de l’espace de travail.")),
        ("RPLUS_DATABASE", Phrase(en: "A PostgreSQL database.", fr: "Une base PostgreSQL.")),
        ("RPLUS_TOKEN", Phrase(en: "The token of a session.", fr: "Le jeton d’une session.")),
        (
            "RPLUS_ASSISTANT_KEY",
            Phrase(en: "The key of the assistant in config.json.", fr: "La clé de l’assistant de config.json.")
        ),
        (
            "RPLUS_MAIL_PASSWORD",
            Phrase(
                en: "The password of the mail server, where config.json names no file for it.",
                fr: "Le mot de passe du serveur de courrier, si config.json ne nomme aucun fichier.")
        ),
        ("NO_COLOR", Phrase(en: "Where it is set, nothing is coloured.", fr: "Si elle est posée, rien n’est coloré.")),
    ]
}

/// The lines of a page under way.
private struct Page {
    let language: Language
    var lines: [String] = []

    mutating func line(_ line: String) { lines.append(line) }

    mutating func section(_ title: Phrase) { line(".SH \(title[language])") }

    /// Paragraphs, with nothing in them that troff takes for its own.
    mutating func text(_ text: String) {
        for paragraph in text.split(separator: "\n") where !paragraph.isEmpty { line(Self.escaped(paragraph)) }
    }

    mutating func item(_ label: String, _ text: String) {
        line(".TP")
        line("\\fB\(Self.escaped(label))\\fR")
        self.text(text)
    }

    mutating func command(_ command: JSONValue, above: String, _ common: Set<String>) {
        guard command["shouldDisplay"] != .bool(false), let name = command["commandName"]?.stringValue else { return }
        let words = above + name
        line(".SS \(Self.escaped(words))")
        text(command["abstract"]?.stringValue ?? "")
        text(command["discussion"]?.stringValue ?? "")
        arguments(of: command, except: common)
        for inner in command["subcommands"]?.arrayValue ?? [] where inner["commandName"] != "help" {
            self.command(inner, above: words + " ", common)
        }
    }

    mutating func arguments(of command: JSONValue, except known: Set<String>) {
        for argument in displayed(command) {
            guard let label = Self.label(argument), !known.contains(label) else { continue }
            var text = argument["abstract"]?.stringValue ?? ""
            if let values = argument["allValues"]?.arrayValue, !values.isEmpty {
                text += " (\(values.compactMap(\.stringValue).joined(separator: ", ")))"
            }
            item(label, text)
        }
    }

    func displayed(_ command: JSONValue) -> [JSONValue] {
        (command["arguments"]?.arrayValue ?? []).filter { $0["shouldDisplay"] != .bool(false) }
    }

    /// `--as <role>`, `-h, --help` or `<file>`.
    static func label(_ argument: JSONValue) -> String? {
        let value = argument["valueName"]?.stringValue.map { "<\($0)>" }
        guard let names = argument["names"]?.arrayValue, !names.isEmpty else { return value }
        let dashed = names.compactMap { name in
            name["name"]?.stringValue.map { (name["kind"] == "short" ? "-" : "--") + $0 }
        }
        let label = dashed.joined(separator: ", ")
        return argument["kind"] == "option" ? [label, value].compactMap(\.self).joined(separator: " ") : label
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }
}
