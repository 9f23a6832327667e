import Domain
import Engine
import Interchange
import JSON
import Synchronization
import Workspace

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
    /// A file that was sent with the same key before is not brought in twice, whatever has changed since.
    let idempotencyKey: String?
    let context: CommandContext

    /// Rows that are committed together, so that somebody at the keyboard never waits for long.
    static let batchSize = 1_000
    /// Bytes of text that a batch may hold before it goes.
    static let batchBytes = 8 << 20

    private static let unit = Phrase(en: "rows", fr: "lignes")

    /// Rows read, mapped and ready to be sent, and those that could not be.
    private struct Piece: Sendable {
        var rows: [ImportBatch.Row] = []
        /// The call that takes the rows, which waits for its turn.
        var call: BegunCall?
        /// `after` is how many of the rows come before.
        var failures: [(place: Phrase, reasons: [Phrase], after: Int)] = []
        /// The first line of the piece, and the first one behind it.
        var firstLine: Int
        var nextLine: Int
        /// Why the file could be read no further.
        var end: Phrase?
    }

    /// What became of the whole file.
    struct Outcome {
        var status: ExitStatus
        var failed: Int
    }

    func run() throws -> Outcome {
        try Interruption.watching { try importAll() }
    }

    /// One thread reads, maps and checks the next batch while the other one writes the one before.
    private func importAll() throws -> Outcome {
        guard let kind = subject.kind else { return Outcome(status: .wrongUsage, failed: 0) }
        var members = JSONObject()
        if let made = subject.made { members[made] = true }
        let repair = RowRepair(subject)
        let batch = ImportBatch(
            engine: session.engine, credential: credential, operation: subject.operation, isDryRun: isDryRun,
            repair: repair, members: members, key: idempotencyKey)
        let mapper = RecordMapper(kind, mapping: table.mapping)
        let reading = Mutex((reader: try table.reader(), line: fromLine, isOver: false))
        let (rows, fromLine) = (rows, fromLine)
        var report = ImportReport(context, isDryRun: isDryRun)
        var stopped: ExitStatus?
        try Overlap.run { _ -> Piece? in
            try reading.withLock { reading -> Piece? in
                guard !reading.isOver else { return nil }
                var piece = Piece(firstLine: reading.line, nextLine: reading.line)
                reading.isOver = try !Self.fill(&piece, &reading.reader, mapper, repair, rows, fromLine)
                reading.line = piece.nextLine
                if !piece.rows.isEmpty { piece.call = batch.begin(piece.rows, at: piece.firstLine) }
                return piece
            }
        } use: { piece in
            guard stopped == nil else { return }
            // What follows a piece that stops is not read.
            defer { if stopped != nil { reading.withLock { $0.isOver = true } } }
            do throws(ImportBatch.Stopped) {
                try send(piece, batch, &report)
            } catch {
                report.finish()
                ProblemText.print(error.answer.body, to: context)
                stopped = stop(nil, at: piece.firstLine)
                return
            }
            if let reason = piece.end {
                report.finish()
                stopped = stop(reason, at: piece.nextLine)
            } else if Interruption.isRequested {
                report.finish()
                stopped = stop(Phrase(en: "you asked it to stop", fr: "vous l’avez demandé"), at: piece.nextLine)
            }
        }
        guard let stopped else {
            report.finish()
            if report.handled == 0, fromLine > 1 {
                context.complain(
                    Phrase(
                        en: "the file has no rows from line \(fromLine) on.",
                        fr: "le fichier n’a pas de ligne à partir de la ligne \(fromLine)."))
            }
            return Outcome(status: .done, failed: report.failed)
        }
        return Outcome(status: stopped, failed: report.failed)
    }

    /// Reads until the piece is full; `false` at the end of the file.
    private static func fill(
        _ piece: inout Piece, _ reader: inout RecordReader, _ mapper: RecordMapper, _ repair: RowRepair,
        _ rows: RowShape, _ fromLine: Int
    ) throws -> Bool {
        var bytes = 0
        while piece.rows.count < batchSize, bytes < batchBytes, piece.failures.count < batchSize {
            let item: Result<TableRecord, RecordProblem>?
            do {
                item = try reader.next()
            } catch {
                let text = ErrorText.of(error)
                piece.end = (error as? TableError)?.phrase ?? Phrase(en: text, fr: text)
                return false
            }
            switch item {
            case nil: return false
            case .failure(let problem):
                piece.nextLine = problem.line + 1
                guard problem.line >= fromLine else { continue }
                piece.failures.append((place(problem.line), [problem.message], piece.rows.count))
            case .success(let record):
                piece.nextLine = record.line + 1
                guard record.line >= fromLine else { continue }
                let mapped = mapper.map(record)
                let fatal = mapped.problems.filter { $0.code == "required" || repair.isNeeded($0.field) }
                guard fatal.isEmpty else {
                    piece.failures.append((place(record.line), fatal.map(\.message), piece.rows.count))
                    continue
                }
                let (row, notes) = rows.row(mapped.input, from: record)
                bytes += row.textBytes
                let leftOut = mapped.problems.map(\.message)
                piece.rows.append(ImportBatch.Row(place: place(record.line), row: row, notes: leftOut + notes))
            }
        }
        return true
    }

    /// Sends the rows of a piece, and tells of all its lines in their order.
    private func send(
        _ piece: Piece, _ batch: ImportBatch, _ report: inout ImportReport
    ) throws(ImportBatch.Stopped) {
        var waiting = piece.rows
        let outcomes = waiting.isEmpty ? [] : try batch.send(&waiting, at: piece.firstLine, begun: piece.call)
        var failures = piece.failures[...]
        func tellFailures(upTo count: Int) {
            while let failure = failures.first, failure.after <= count {
                report.fail(failure.place, failure.reasons)
                failures.removeFirst()
            }
        }
        for (index, (row, outcome)) in zip(waiting, outcomes).enumerated() {
            tellFailures(upTo: index)
            switch outcome {
            case .created:
                report.count(created: 1, matched: 0)
                report.note(row.place, row.notes)
            case .matched: report.count(created: 0, matched: 1)
            case .failed(let reasons): report.fail(row.place, reasons)
            }
        }
        tellFailures(upTo: waiting.count)
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
