import Domain
import Engine

/// The board: counts and the first 50 cards of each stage.
struct PipelineFigure {
    let workspace: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        let raw = try RawPipeline(path: workspace.path)
        var cards = 0
        func ours(_: Int) throws {
            let board = try workspace.engine.perform(ShowPipeline(), as: workspace.credential)
            cards = board.stages.reduce(0) { $0 + $1.cards.count }
        }
        for number in 0..<10 {
            try ours(number)
            try raw.read()
        }
        guard raw.cards == cards, cards > 0 else {
            throw BenchProblem("raw SQLite reads \(raw.cards) cards and the engine \(cards)")
        }
        let pair = try Pair.measure(runs, ours: ours) { _ in try raw.read() }
        return [
            Figure(
                id: "pipeline", title: "applications.pipeline, 50 a stage", applications: workspace.plan.applications,
                runs: runs, ours: .time(pair.ours.median), raw: .time(pair.raw.median),
                budget: .atMost(.ratio(1.5), .ratio(pair.ratio), "≤ 1.5 × raw"),
                details: [("p99", .time(pair.ours.p99)), ("p99 of raw", .time(pair.raw.p99))])
        ]
    }
}
