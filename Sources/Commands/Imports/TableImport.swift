import Domain
import Engine
import Interchange
import JSON

/// Brings the records of a table in, batch by batch, in constant memory.
struct TableImport {
    let table: ImportTable
    let subject: ImportSubject
    let rows: RowShape
    let session: WorkspaceSession
    let credential: Credential
    let isDryRun: Bool
    /// Records that begin before this line are passed over.
    let fromLine: Int
    let context: CommandContext

    /// Rows that are committed together, so that somebody at the keyboard never waits for long.
    static let batchSize = 500
    /// Bytes of text that a batch may hold before it goes.
    static let batchBytes = 8 << 20

    private static let unit = Phrase(en: "rows", fr: "lignes")

    func run() throws -> ExitStatus {
        try Interruption.watching { try importAll() }
    }

    private func importAll() throws -> ExitStatus {
        guard let kind = subject.kind else { return .wrongUsage }
        var members = JSONObject()
        if subject == .jobs { members["create_companies"] = true }
        let repair = RowRepair(subject)
        let batch = ImportBatch(
            engine: session.engine, credential: credential, operation: subject.operation, isDryRun: isDryRun,
            repair: repair, members: members)
        let mapper = RecordMapper(kind, mapping: table.mapping)
        var report = ImportReport(context, isDryRun: isDryRun)
        var reader = try table.reader()
        var waiting: [ImportBatch.Row] = []
        var bytes = 0
        // The first line whose fate is not decided yet: where to go on after a stop.
        var firstWaiting = fromLine
        while true {
            let item: Result<TableRecord, RecordProblem>?
            do {
                item = try reader.next()
            } catch {
                report.finish()
                return stop(Phrase(en: "\(error)", fr: "\(error)"), at: firstWaiting)
            }
            if let item {
                add(item, mapper, repair, to: &waiting, &bytes, &firstWaiting, &report)
                guard waiting.count >= Self.batchSize || bytes >= Self.batchBytes else { continue }
            }
            do throws(ImportBatch.Stopped) {
                if !waiting.isEmpty { try send(&waiting, batch, &report) }
            } catch {
                report.finish()
                ProblemText.print(error.answer.body, to: context)
                return stop(nil, at: firstWaiting)
            }
            waiting.removeAll(keepingCapacity: true)
            bytes = 0
            guard item != nil else { break }
            firstWaiting = nextLine(item)
            if Interruption.isRequested {
                report.finish()
                return stop(Phrase(en: "you asked it to stop", fr: "vous l’avez demandé"), at: firstWaiting)
            }
        }
        report.finish()
        return .done
    }

    private func nextLine(_ item: Result<TableRecord, RecordProblem>?) -> Int {
        switch item {
        case .success(let record): record.line + 1
        case .failure(let problem): problem.line + 1
        case nil: fromLine
        }
    }

    /// Puts a record among those that wait, or reports it.
    private func add(
        _ item: Result<TableRecord, RecordProblem>, _ mapper: RecordMapper, _ repair: RowRepair,
        to waiting: inout [ImportBatch.Row], _ bytes: inout Int, _ firstWaiting: inout Int,
        _ report: inout ImportReport
    ) {
        switch item {
        case .failure(let problem):
            guard problem.line >= fromLine else { return }
            report.fail(Self.place(problem.line), [problem.message])
        case .success(let record):
            guard record.line >= fromLine else { return }
            let mapped = mapper.map(record)
            let fatal = mapped.problems.filter { $0.code == "required" || repair.isNeeded($0.field) }
            guard fatal.isEmpty else {
                report.fail(Self.place(record.line), fatal.map(\.message))
                return
            }
            let (row, notes) = rows.row(mapped.input)
            if waiting.isEmpty { firstWaiting = record.line }
            bytes += row.textBytes
            let leftOut = mapped.problems.map(\.message)
            waiting.append(ImportBatch.Row(place: Self.place(record.line), row: row, notes: leftOut + notes))
        }
    }

    private func send(
        _ waiting: inout [ImportBatch.Row], _ batch: ImportBatch, _ report: inout ImportReport
    ) throws(ImportBatch.Stopped) {
        let outcomes = try batch.send(&waiting)
        for (row, outcome) in zip(waiting, outcomes) {
            switch outcome {
            case .created:
                report.count(created: 1, matched: 0)
                report.note(row.place, row.notes)
            case .matched: report.count(created: 0, matched: 1)
            case .failed(let reasons): report.fail(row.place, reasons)
            }
        }
        report.showProgress(Self.unit)
    }

    /// Says that the import ended early, and how to go on.
    private func stop(_ reason: Phrase?, at line: Int) -> ExitStatus {
        let why = reason.map { Phrase(en: ": \($0.english)", fr: " : \($0.french)") } ?? Phrase(en: "", fr: "")
        guard !isDryRun else {
            context.complain(
                Phrase(
                    en: "the dry run stopped before line \(line)\(why.english).",
                    fr: "l’essai s’est arrêté avant la ligne \(line)\(why.french)."))
            return .failed
        }
        context.complain(
            Phrase(
                en: "the import stopped before line \(line)\(why.english). What is counted above is in the workspace, "
                    + "nothing from line \(line) on. To go on: the same command with --from-line \(line).",
                fr: "l’import s’est arrêté avant la ligne \(line)\(why.french). Ce qui est compté ci-dessus est dans "
                    + "l’espace, rien à partir de la ligne \(line). Pour reprendre : la même commande avec "
                    + "--from-line \(line)."))
        return .failed
    }

    private static func place(_ line: Int) -> Phrase { Phrase(en: "line \(line)", fr: "ligne \(line)") }
}

extension JSONValue {
    /// About how many bytes of text the value holds.
    var textBytes: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .array(let items): items.reduce(8) { $0 + $1.textBytes }
        case .object(let object): object.reduce(8) { $0 + $1.key.utf8.count + $1.value.textBytes }
        default: 8
        }
    }
}
