import DemoData
import Domain
import Engine
import Storage

/// From a key in the `/` line of the board or in the search of candidates to the first results, for every prefix of
/// what a person types, and apart from that for words that a third of all have.
struct SearchFigure {
    let workspace: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        let typed = try TypedSearches(workspace.database, people: runs / 12)
        return [
            try figure(
                "search_board", "`/` on the board, key to results", typed.ordinary, board: true),
            try figure(
                "search_board_frequent", "  the same, words that a third have", typed.frequent, board: true),
            try figure(
                "search_candidates", "full-text search of candidates, key to results", typed.ordinary, board: false),
            try figure(
                "search_candidates_frequent", "  the same, words that a third have", typed.frequent, board: false),
        ]
    }

    private func figure(_ id: String, _ title: String, _ searches: [String], board: Bool) throws -> Figure {
        let raw = try RawSearch(path: workspace.path, board: board)
        var found = 0
        var longest: [(time: UInt64, words: String)] = []
        func ours(_ number: Int) throws {
            guard let words = Text<200>(searches[number]), let query = Text<500>(searches[number]) else { return }
            if board {
                found += try workspace.engine.perform(ShowPipeline(q: words), as: workspace.credential).total
            } else {
                let list = ListCandidates(q: query, asYouType: true, pageSize: PageSize(50))
                found += try workspace.engine.perform(list, as: workspace.credential).data.count
            }
        }
        // Once for the pages of the index that nobody has read today, which are the disk's matter, and then measured.
        var unread = Samples()
        for number in searches.indices {
            unread.add(try Stopwatch.time { try ours(number) })
            try raw.find(searches[number])
        }
        let pair = try Pair.measure(searches.count) { number in
            longest.append((try Stopwatch.time { try ours(number) }, searches[number]))
        } raw: {
            try raw.find(searches[$0])
        }
        longest.sort { $0.time > $1.time }
        guard found > 0, raw.rows > 0 else { throw BenchProblem("no search has found anything") }
        return Figure(
            id: id, title: title, applications: workspace.plan.candidates, runs: searches.count,
            ours: .time(pair.ours.p99), raw: .time(pair.raw.p99),
            budget: .atMost(.time(50e6), .time(pair.ours.p99), "p99 ≤ 50 ms"),
            details: [
                ("median", .time(pair.ours.median)), ("median of raw", .time(pair.raw.median)),
                ("p99 the first time, from the disk", .time(unread.p99)),
            ] + longest.prefix(8).map { (name: "longest: " + $0.words, value: Quantity.time(Double($0.time))) })
    }
}
