import Domain
import Testing

@testable import Commands

@Suite struct HelpTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private static let names = [
        "demo", "init", "passwd", "login", "logout", "operations", "call", "import", "export", "backup", "doctor",
        "keys",
        "themes",
    ]

    @Test func theProgramListsItsCommands() {
        let outcome = desk.run("--help")
        #expect(outcome.status == .done)
        #expect(outcome.errors == "")
        for name in Self.names { #expect(outcome.output.contains("\n  \(name) "), "\(name)") }
        #expect(desk.run("help").output.contains("import"))
        #expect(desk.run("help", "import").output.contains("USAGE: rplus import"))
        let unknown = desk.run("help", "nope", "--lang", "fr")
        #expect(unknown.status == .wrongUsage)
        #expect(unknown.output == "" && unknown.errors.contains("nope"))
    }

    @Test(arguments: names)
    func everyCommandHasHelpInBothLanguages(_ name: String) {
        let english = desk.run(name, "--help")
        #expect(english.status == .done)
        #expect(english.output.contains("USAGE: rplus \(name)"))
        for option in ["--workspace <", "--log-level <", "--lang <"] { #expect(english.output.contains(option)) }
        let french = desk.run(name, "--help", "--lang", "fr")
        #expect(french.output.contains("UTILISATION : rplus \(name)"))
        for word in ["OVERVIEW", "USAGE", "OPTIONS:", "ARGUMENTS:", "default:", "values:", "Show "] {
            #expect(!french.output.contains(word), "\(word)")
        }
        let first = (english.lines.first ?? "", french.lines.first ?? "")
        #expect(first.0 != first.1)
    }

    @Test func theManualPageTellsOfEveryCommand() {
        let english = desk.run("--generate-manual")
        #expect(english.status == .done)
        for name in Self.names { #expect(english.output.contains("\n.SS \(name)\n"), "\(name)") }
        #expect(english.output.contains("\n\\fB\\-\\-applications <n>\\fR\n"))
        let macros: Set = [".TH", ".SH", ".SS", ".TP", ".B", ".RI"]
        for line in english.lines where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
        let french = desk.run("--generate-manual", "--lang", "fr").output
        #expect(french.contains("\n.SH COMMANDES\n") && !french.contains("\nShow "))
    }

    @Test func theVersionIsOneLine() {
        let outcome = desk.run("--version")
        #expect(outcome.status == .done)
        #expect(outcome.lines == [Program.version])
    }

    @Test func theLicencesNameTheSourcesOfTheTaxonomy() {
        let outcome = desk.run("--version", "--licences")
        #expect(outcome.status == .done)
        #expect(outcome.lines.first == Program.version)
        for source in ["ESCO", "O*NET", "ROME"] { #expect(outcome.output.contains(source)) }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsKnowTheCommands(_ shell: String) {
        let outcome = desk.run("--generate-completion-script", shell)
        #expect(outcome.status == .done)
        for name in Self.names { #expect(outcome.output.contains(name)) }
    }

    @Test func anUnknownCommandIsWrongUsage() {
        let english = desk.run("opertions")
        #expect(english.status == .wrongUsage)
        #expect(english.errors == "rplus: There is no command 'opertions'. Did you mean 'operations'?\n")
        #expect(desk.run("xyzzy", "--lang", "fr").errors.hasPrefix("rplus: La commande « xyzzy » n’existe pas."))
    }

    @Test(arguments: [
        ["call", "--bogus"], ["import", "jobs"], ["demo", "--applications", "many"], ["login", "--lang", "de"],
    ])
    func wrongUsageIsExitCodeTwo(_ arguments: [String]) {
        let outcome = desk.run(arguments, input: MemoryInput(""))
        #expect(outcome.status == .wrongUsage)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("Error: "))
    }

    @Test func wrongUsageIsToldInFrench() {
        let outcome = desk.run("--lang", "fr", "call", "--bogus")
        #expect(outcome.errors.hasPrefix("Erreur : option inconnue « --bogus »\nUtilisation : rplus call"))
        #expect(!outcome.errors.contains("See "))
    }

    @Test func withoutATerminalTheWorkstationSaysSo() {
        let outcome = desk.run()
        #expect(outcome.status == .wrongUsage)
        #expect(outcome.errors.contains("needs a terminal"))
    }

    @Test func whatAStrangerWroteCannotActOnTheTerminal() {
        let outcome = desk.run("call", "jobs.\u{1B}[2Jlist")
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(
            !desk.run("\u{1B}[31mdemo\u{9B}1m").errors.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B })
    }
}
