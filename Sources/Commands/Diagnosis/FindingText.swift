import Domain
import Terminal
import Workspace

/// What the doctor found, for a person.
struct FindingText {
    private let paint: Paint
    private let language: Language
    private let width: Int

    init(_ context: CommandContext) {
        paint = context.paint
        language = context.language
        width = max(40, context.output.columns ?? 100)
    }

    /// `ok  Audit log: …`, the place, and how to mend it.
    func lines(_ finding: Finding) -> [String] {
        let colon = language == .french ? " : " : ": "
        let text = finding.check.name[language] + colon + finding.what[language]
        var lines = hanging(CellText.printable(text), under: mark(finding.severity))
        // Places and commands in one line, whatever its length: they are there to be copied.
        if let place = finding.place { lines.append(indent + " " + Printing.clean(place)) }
        if let remedy = finding.remedy { lines += hanging("→ " + CellText.printable(remedy[language]), under: indent) }
        if let command = finding.command, CellText.printable(command) == command {
            lines.append(indent + " " + command)
        }
        return lines
    }

    private static let labelWidth = 9
    private var indent: String { String(repeating: " ", count: Self.labelWidth) }

    private func mark(_ severity: Finding.Severity) -> String {
        let word =
            switch severity {
            case .ok: Phrase(en: "ok", fr: "ok")
            case .warning: Phrase(en: "warning", fr: "attention")
            case .unexamined: Phrase(en: "UNKNOWN", fr: "INCONNU")
            case .damage: Phrase(en: "DAMAGE", fr: "DOMMAGE")
            }
        let padded = CellText.padRight(word[language], to: Self.labelWidth)
        switch severity {
        case .ok: return paint.good(padded)
        case .warning: return paint.warning(padded)
        case .unexamined, .damage: return paint.bad(padded)
        }
    }

    private func hanging(_ text: String, under label: String) -> [String] {
        CellText.wrap(text, to: width - Self.labelWidth - 1).enumerated().map { number, line in
            (number == 0 ? label : indent) + " " + line
        }
    }

    func summary(_ findings: [Finding]) -> String {
        let damages = findings.count { $0.severity == .damage }
        let warnings = findings.count { $0.severity == .warning }
        let unknown = findings.count { $0.severity == .unexamined }
        guard damages + warnings + unknown > 0 else {
            return paint.good(Phrase(en: "Everything is well.", fr: "Tout va bien.")[language])
        }
        let text = Phrase(
            en: "\(damages) damaged, " + (unknown > 0 ? "\(unknown) not examined, " : "") + "\(warnings) to look at.",
            fr: "\(damages) dommages, " + (unknown > 0 ? "\(unknown) non examinés, " : "")
                + "\(warnings) points à regarder.")
        return damages + unknown > 0 ? paint.bad(text[language]) : paint.warning(text[language])
    }
}
