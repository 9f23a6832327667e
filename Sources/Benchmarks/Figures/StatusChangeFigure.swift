import Domain
import Engine
import Storage

/// `applications.changeStatus` through dispatch against the same rows written by raw SQLite in one transaction.
struct StatusChangeFigure {
    let workspace: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        let moves = try chosenMoves()
        let raw = try RawStatusChange(path: try workspace.twin())
        var last: ApplicationView?
        func ours(_ number: Int) throws {
            last = try workspace.engine.perform(
                ChangeApplicationStatus(applicationID: moves[number].id, status: .screening, expectedFrom: .applied),
                as: workspace.credential)
        }
        // Both sides begin with warm caches and prepared statements.
        let warm = min(50, moves.count / 4)
        for number in 0..<warm {
            try ours(number)
            try raw.move(moves[number])
        }
        var processor = (ours: UInt64(0), raw: UInt64(0))
        let pair = try Pair.measure(
            moves.count - warm,
            ours: { number in
                let start = Stopwatch.processor
                try ours(warm + number)
                processor.ours += Stopwatch.processor - start
            },
            raw: { number in
                let start = Stopwatch.processor
                try raw.move(moves[warm + number])
                processor.raw += Stopwatch.processor - start
            })
        guard last?.status == .screening else { throw BenchProblem("the last move did not happen") }
        let count = Double(pair.ours.count)
        let size = workspace.plan.applications
        let cost = (ours: Double(processor.ours) / count, raw: Double(processor.raw) / count)
        return [
            Figure(
                id: "change_status", title: "applications.changeStatus, wall", applications: size,
                runs: pair.ours.count, ours: .time(pair.ours.median), raw: .time(pair.raw.median),
                budget: .atMost(.ratio(1.5), .ratio(pair.ratio), "≤ 1.5 × raw"),
                details: [("p99", .time(pair.ours.p99)), ("p99 of raw", .time(pair.raw.p99))]),
            Figure(
                id: "change_status_processor", title: "applications.changeStatus, CPU", applications: size,
                runs: pair.ours.count, ours: .time(cost.ours), raw: .time(cost.raw),
                budget: .atMost(.ratio(3), .ratio(cost.ours / cost.raw), "≤ 3 × raw")),
        ]
    }

    /// Applications that stand in `applied`, spread over the whole workspace.
    private func chosenMoves() throws -> [RawStatusChange.Move] {
        var random = RandomNumbers(seed: 7)
        let actor: User.ID? = try workspace.database.read { transaction in
            try transaction.value("SELECT id FROM user_account WHERE email_folded = 'consultant@demo.example'")
        }
        guard let actor else { throw BenchProblem("the demo has no consultant") }
        let all = try workspace.database.read { transaction in
            try transaction.all(
                """
                SELECT a.id, a.row_no, a.company_id, a.job_id, a.consultant_id, a.cv_id, a.status_entered_at, a.position,
                a.client_visible, s.c0, s.c1, s.c2 FROM application a
                JOIN application_search_content s ON s.id = a.row_no
                WHERE a.status = 'applied' AND a.deleted_at IS NULL ORDER BY a.id
                """
            ) { columns in
                RawStatusChange.Move(
                    actor: actor, id: try columns.next(), rowNumber: try columns.next(), company: try columns.next(),
                    job: try columns.next(), consultant: try columns.next(), curriculum: try columns.next(),
                    enteredAt: try columns.next(), position: try columns.next(), visible: try columns.next(),
                    words: (try columns.next(), try columns.next(), try columns.next()))
            }
        }
        guard all.count >= 20 else { throw BenchProblem("too few applications stand in “applied”") }
        return Array(all.shuffled(using: &random).prefix(runs))
    }
}
