import Domain

/// What an import tells while it runs, and its counts.
struct ImportReport {
    private let context: CommandContext
    private let isDryRun: Bool
    private var progress: Progress
    private(set) var created = 0
    private(set) var matched = 0
    private(set) var failed = 0

    init(_ context: CommandContext, isDryRun: Bool, total: Int? = nil) {
        self.context = context
        self.isDryRun = isDryRun
        progress = Progress(context, total: total)
    }

    var handled: Int { created + matched + failed }

    mutating func count(created: Int, matched: Int) {
        self.created += created
        self.matched += matched
    }

    /// One line for a row that did not come in. `place` is a line of the file, or a file of the folder.
    mutating func fail(_ place: Phrase, _ reasons: [Phrase]) {
        failed += 1
        tell(place, reasons, context.paint.bad(Phrase(en: "not imported", fr: "non importé")[context.language]))
    }

    /// One line for a row that came in without something.
    mutating func note(_ place: Phrase, _ remarks: [Phrase]) {
        guard !remarks.isEmpty else { return }
        tell(place, remarks, context.paint.warning(Phrase(en: "note", fr: "remarque")[context.language]))
    }

    private mutating func tell(_ place: Phrase, _ phrases: [Phrase], _ label: String) {
        progress.clear()
        let language = context.language
        let colon = language == .french ? " :" : ":"
        let words = phrases.map { Printing.clean($0[language]) }.joined(separator: "; ")
        context.output.line("\(Printing.clean(place[language]))\(colon) \(label)\(colon) \(words)")
    }

    mutating func showProgress(_ unit: Phrase) { progress.show(handled, of: unit) }

    /// The counts, at the end or where the import stopped.
    mutating func finish() {
        progress.clear()
        let language = context.language
        func number(_ value: Int) -> String { Printing.number(value, language) }
        let paint = context.paint
        let new = Phrase(
            en: "\(number(created)) \(isDryRun ? "would be new" : "new")",
            fr: "\(number(created)) \(isDryRun ? "seraient nouveaux" : "nouveaux")")[language]
        let known = Phrase(en: "\(number(matched)) on file already", fr: "\(number(matched)) déjà présents")[language]
        let bad = Phrase(en: "\(number(failed)) not imported", fr: "\(number(failed)) non importés")[language]
        let parts = [paint.good(new), known, failed > 0 ? paint.bad(bad) : bad]
        context.output.line(
            "\(number(handled)) \(Phrase(en: "read", fr: "lus")[language])\(language == .french ? " :" : ":") "
                + parts.joined(separator: ", "))
        if isDryRun {
            context.say(Phrase(en: "A dry run: nothing was kept.", fr: "Essai à blanc : rien n’a été gardé."))
        }
    }
}
