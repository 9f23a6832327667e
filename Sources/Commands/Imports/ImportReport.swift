import Domain

/// What an import tells while it runs, and its counts.
struct ImportReport {
    private let context: CommandContext
    private let isDryRun: Bool
    private var progress: Progress
    private(set) var created = 0
    private(set) var matched = 0
    private(set) var failed = 0
    /// How many remarks there were of each kind; only the first few are told row by row.
    private var remarks: [String: Int] = [:]
    private static let toldRemarks = 3

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

    /// One line for a row that came in without something. Of remarks that say the same of many rows the first few are
    /// told, the others counted.
    mutating func note(_ place: Phrase, _ notes: [Phrase]) {
        var fresh: [Phrase] = []
        for note in notes {
            let kind = Self.kind(of: note[context.language])
            remarks[kind, default: 0] += 1
            if remarks[kind] ?? 0 <= Self.toldRemarks { fresh.append(note) }
        }
        guard !fresh.isEmpty else { return }
        tell(place, fresh, context.paint.warning(Phrase(en: "note", fr: "remarque")[context.language]))
    }

    /// What a remark is about: its words up to what is particular to the row.
    private static func kind(of note: String) -> String {
        let words = note.prefix { $0 != ":" && !$0.isNumber && $0 != "«" }.split(separator: " ")
        return words.joined(separator: " ")
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
        for (kind, count) in remarks.sorted(by: { $0.key < $1.key }) where count > Self.toldRemarks {
            let more = count - Self.toldRemarks
            context.say(
                Phrase(
                    en: "… and \(more) more rows like these: \(Printing.clean(kind))",
                    fr: "… et encore \(more) lignes ainsi : \(Printing.clean(kind))"))
        }
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
