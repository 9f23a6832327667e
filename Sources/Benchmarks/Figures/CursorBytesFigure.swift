/// What is sent to the terminal when the cursor goes to the next card, with and without the profile beside the board.
struct CursorBytesFigure {
    let program: WorkstationProgram
    let workspace: BenchWorkspace

    func measure() throws -> [Figure] {
        let session = try program.start(on: workspace.folder)
        _ = try session.start()
        let with = try moves(session)
        _ = try session.press("p", quiet: 100)
        let without = try moves(session)
        _ = try session.press("Q")
        // Whichever way the pane was at the start, it takes more bytes.
        let (shown, hidden) = with.average > without.average ? (with, without) : (without, with)
        return [
            figure("bytes_hidden", "bytes of a cursor move, profile hidden", hidden, 400),
            figure("bytes_shown", "bytes of a cursor move, profile shown", shown, 3_000),
        ]
    }

    private typealias Moves = (most: Int, average: Double)

    private func figure(_ id: String, _ title: String, _ moves: Moves, _ limit: Double) -> Figure {
        Figure(
            id: id, title: title, applications: workspace.plan.applications, runs: 10,
            ours: .bytes(moves.average),
            budget: .atMost(
                .bytes(limit), .bytes(Double(moves.most)), "≤ \(Decimals.grouped(Int(limit))) bytes"))
    }

    /// Down and up among the first cards, so that the column does not scroll. The profile may come a little later than
    /// the cursor; it counts.
    private func moves(_ session: TerminalSession) throws -> Moves {
        var bytes: [Int] = []
        _ = try session.press("gg", quiet: 60)
        for key in ["j", "j", "j", "j", "k", "k", "j", "j", "k", "k"] {
            bytes.append(try session.press(key, quiet: 400).bytes)
        }
        return (bytes.max() ?? 0, Double(bytes.reduce(0, +)) / Double(max(bytes.count, 1)))
    }
}
