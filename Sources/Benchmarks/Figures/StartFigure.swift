/// From the start of the program to the last frame of its first screen, on the small and the large workspace in turns.
struct StartFigure {
    let program: WorkstationProgram
    let small: BenchWorkspace
    let large: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        var times = (small: Samples(), large: Samples())
        var repainted = 0
        // The first start of each reads its files from the disk; the budget is for the others.
        for run in -1..<runs {
            let fast = try start(small)
            let slow = try start(large)
            guard run >= 0 else { continue }
            times.small.add(fast.time)
            times.large.add(slow.time)
            repainted = max(repainted, try repaint(after: fast, small), try repaint(after: slow, large))
        }
        let limit = Quantity.time(60e6)
        let bytes = Quantity.bytes(Double(repainted))
        let growth = Quantity.ratio(times.large.median / times.small.median)
        return [
            figure("start_small", times.small, small, .atMost(limit, .time(times.small.median), "≤ 60 ms")),
            figure("start_large", times.large, large, .atMost(limit, .time(times.large.median), "≤ 60 ms")),
            Figure(
                id: "start_growth", title: "start, large ÷ small", applications: large.plan.applications, runs: runs,
                ours: growth, budget: .atMost(.ratio(1.5), growth, "≤ 1.5 ×")),
            Figure(
                id: "start_repaint", title: "written after the first screen, in a second",
                applications: large.plan.applications, runs: runs, ours: bytes,
                budget: .atMost(.bytes(0), bytes, "nothing")),
        ]
    }

    private func figure(
        _ id: String, _ times: Samples, _ workspace: BenchWorkspace, _ budget: Figure.Budget
    ) -> Figure {
        Figure(
            id: id, title: "start to first full frame", applications: workspace.plan.applications, runs: runs,
            ours: .time(times.median), budget: budget,
            details: [("p99", .time(times.p99))])
    }

    /// The bytes that come by themselves after a start and after the one that follows it too. How long ago a card was moved
    /// changes once a minute; what a question to the terminal paints again, it paints in every start.
    private func repaint(after start: (time: UInt64, bytesAfter: Int), _ workspace: BenchWorkspace) throws -> Int {
        start.bytesAfter == 0 ? 0 : min(start.bytesAfter, try self.start(workspace).bytesAfter)
    }

    private func start(_ workspace: BenchWorkspace) throws -> (time: UInt64, bytesAfter: Int) {
        let session = try program.start(on: workspace.folder)
        let answer = try session.start()
        guard answer.frames > 0 else {
            throw BenchProblem("no frame came: " + TerminalText.readable(session.output))
        }
        let after = try session.listen(milliseconds: 1_000)
        _ = try session.press("Q")
        return (answer.last, after.bytes)
    }
}
