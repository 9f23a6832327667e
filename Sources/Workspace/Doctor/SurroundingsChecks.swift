import Domain
import Interchange

/// What the program needs around it: poppler for PDF, and a terminal that shows every letter.
struct SurroundingsChecks {
    let examination: Examination
    private var environment: [String: String] { examination.request.environment }

    init(_ examination: Examination) { self.examination = examination }

    func run() {
        checkPoppler()
        checkTerminal()
    }

    private func checkPoppler() {
        let runner = examination.request.searchPath.map { ProcessRunner(searchPath: $0) } ?? ProcessRunner()
        for program in ["pdftotext", "pdfinfo"] where runner.locate(program) == nil {
            examination.add(
                .poppler, .warning,
                Phrase(
                    en: "\(program) is not installed, so CVs in PDF cannot be read.",
                    fr: "\(program) n’est pas installé : les CV en PDF ne peuvent pas être lus."),
                remedy: Phrase(en: "apt install poppler-utils", fr: "apt install poppler-utils"))
        }
        examination.conclude(.poppler, Phrase(en: "poppler is installed.", fr: "poppler est installé."))
    }

    private func checkTerminal() {
        let terminal = LogText.safe(environment["TERM"] ?? "")
        if terminal.isEmpty || terminal == "dumb" {
            examination.add(
                .terminal, .warning,
                Phrase(
                    en: "TERM is \(terminal.isEmpty ? "not set" : "dumb"): the workstation cannot draw.",
                    fr: "TERM \(terminal.isEmpty ? "n’est pas défini" : "vaut dumb") : l’affichage est impossible."),
                place: "TERM",
                remedy: Phrase(
                    en: "Use a terminal, or set TERM to its kind (xterm-256color for most).",
                    fr: "Utilisez un terminal, ou donnez son type à TERM (xterm-256color le plus souvent)."))
        }
        checkLocale()
        let colours = environment["COLORTERM"].map { $0 == "truecolor" || $0 == "24bit" } == true
        let some = terminal.contains("256color") || terminal.contains("direct")
        let number =
            environment["NO_COLOR"].map { !$0.isEmpty } == true ? "0" : colours ? "16 M" : some ? "256" : "8–16"
        examination.conclude(
            .terminal,
            Phrase(
                en: "\(terminal) in UTF-8; colours by its settings: \(number).",
                fr: "\(terminal) en UTF-8 ; couleurs d’après ses réglages : \(number)."))
    }

    /// The first of the three that is set and not empty counts (POSIX, chapter 8.2).
    private func checkLocale() {
        let set = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0].map { !$0.isEmpty } == true }
        let locale = LogText.safe(set.flatMap { environment[$0] } ?? "")
        let folded = locale.lowercased()
        guard !folded.contains("utf-8") && !folded.contains("utf8") else { return }
        examination.add(
            .terminal, .warning,
            Phrase(
                en: "The locale (\(locale.isEmpty ? "none" : locale)) is not UTF-8, so accents and lines may not show.",
                fr:
                    "La locale (\(locale.isEmpty ? "aucune" : locale)) n’est pas en UTF-8 : accents et traits en pâtissent."
            ),
            place: set ?? "LANG", remedy: Phrase(en: "export LANG=C.UTF-8", fr: "export LANG=C.UTF-8"))
    }
}
