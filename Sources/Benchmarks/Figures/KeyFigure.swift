/// From a key to the frame that shows what it did.
struct KeyFigure {
    let program: WorkstationProgram
    let workspace: BenchWorkspace
    let runs: Int

    func measure() throws -> [Figure] {
        let session = try program.start(on: workspace.folder)
        _ = try session.start()
        var figures = [
            try moving("key_scroll", "key to frame: scroll", session, ["j", "j", "j", "j", "j", "k"]),
            try moving("key_page", "key to frame: page", session, ["\u{4}", "\u{4}", "\u{4}", "\u{15}"]),
            try moving("key_column", "key to frame: next column", session, ["l", "l", "l", "h", "h", "h"]),
            try screens(session),
        ]
        figures.append(try profile(session))
        figures.append(try card(session))
        figures.append(try filter(session))
        _ = try session.press("Q")
        return figures
    }

    /// Goes around the screens. Each key must have drawn another screen, not only a footer, and is let stand until it
    /// can be no count any more.
    private func screens(_ session: TerminalSession) throws -> Figure {
        var samples = (first: Samples(), last: Samples())
        let keys = ["2", "3", "1"]
        for number in 0..<max(runs / 4, 21) {
            let key = keys[number % keys.count]
            let answer = try session.press(key, limit: 500)
            guard answer.frames > 0, answer.bytes >= Self.leastScreen else {
                throw BenchProblem("the key \(key) drew \(answer.bytes) bytes: that is no other screen")
            }
            samples.first.add(answer.first)
            samples.last.add(answer.last)
            _ = try session.listen(milliseconds: 350)
        }
        return figure("key_screen", "key to frame: other screen", samples)
    }

    /// Bytes that no other screen of this size can do with; a footer takes a tenth of it.
    private static let leastScreen = 2_000

    private func moving(
        _ id: String, _ title: String, _ session: TerminalSession, _ keys: [String]
    ) throws -> Figure {
        figure(id, title, try press(session, keys))
    }

    private func figure(_ id: String, _ title: String, _ samples: (first: Samples, last: Samples)) -> Figure {
        var budget = Figure.Budget.atMost(.time(5e6), .time(samples.last.p99), "median ≤ 2 ms, p99 ≤ 5 ms")
        budget.others = [.atMost(.time(2e6), .time(samples.last.median), "median ≤ 2 ms")]
        return Figure(
            id: id, title: title, applications: workspace.plan.applications, runs: samples.last.count,
            ours: .time(samples.last.median), budget: budget,
            details: [("p99", .time(samples.last.p99)), ("longest", .time(samples.last.longest))])
    }

    /// Opens the profile of one card after another. Between them the pane is hidden, so that each has to be read.
    private func profile(_ session: TerminalSession) throws -> Figure {
        var samples = Samples()
        for number in 0..<max(runs / 4, 20) {
            let opened = try session.press("\r", quiet: 150)
            // The pane may have been there the first time.
            if opened.frames > 0, number > 0 { samples.add(opened.last) }
            for key in ["q", "p", "j"] { _ = try session.press(key, limit: 200) }
        }
        return Figure(
            id: "key_profile", title: "key to frame: open a profile", applications: workspace.plan.applications,
            runs: samples.count, ours: .time(samples.median),
            budget: .atMost(.time(10e6), .time(samples.p99), "p99 ≤ 10 ms"), details: [("p99", .time(samples.p99))])
    }

    /// Moves cards from the column `applied` one stage on.
    private func card(_ session: TerminalSession) throws -> Figure {
        for key in ["h", "h", "h", "h", "h", "h", "h", "l", "gg"] { _ = try session.press(key, limit: 200) }
        var shown = Samples()
        var done = Samples()
        for _ in 0..<max(runs / 4, 20) {
            let moved = try session.press("L", quiet: 60)
            guard moved.frames > 0 else { continue }
            shown.add(moved.first)
            done.add(moved.last)
        }
        return Figure(
            id: "key_move_card", title: "key to frame: move a card", applications: workspace.plan.applications,
            runs: shown.count, ours: .time(shown.median),
            budget: .atMost(.time(16e6), .time(shown.p99), "p99 ≤ 16 ms"),
            details: [("p99", .time(shown.p99)), ("until it says that it is done", .time(done.median))])
    }

    /// Types names and frequent words into the `/` line: once for the pages of the index that nobody has read today,
    /// which are the disk's matter, and then measured.
    private func filter(_ session: TerminalSession) throws -> Figure {
        let typed = try TypedSearches(workspace.database, people: 12)
        let texts = (typed.ordinary + typed.frequent).filter { $0.count > 3 }.shuffledAlike().prefix(runs / 10 + 5)
        let unread = try filter(session, by: texts)
        let read = try filter(session, by: texts)
        return Figure(
            id: "key_filter", title: "key to frame: `/` on the board", applications: workspace.plan.applications,
            runs: read.times.count, ours: .time(read.times.median),
            budget: .atMost(.time(50e6), .time(read.times.p99), "p99 ≤ 50 ms"),
            details: [("p99", .time(read.times.p99)), ("p99 the first time, from the disk", .time(unread.times.p99))]
                + read.keys.sorted { $0.time > $1.time }.prefix(8).map {
                    (name: "longest: " + $0.words, value: Quantity.time(Double($0.time)))
                })
    }

    private func filter(
        _ session: TerminalSession, by texts: some Sequence<String>
    ) throws -> (times: Samples, keys: [(time: UInt64, words: String)]) {
        var times = Samples()
        var keys: [(time: UInt64, words: String)] = []
        for text in texts {
            _ = try session.press("/")
            for index in text.indices {
                let answer = try session.press(String(text[index]), quiet: 70)
                guard answer.frames > 0 else { continue }
                times.add(answer.last)
                keys.append((answer.last, String(text[...index])))
            }
            for key in ["\u{1B}", "\u{1B}"] { _ = try session.press(key, quiet: 80, limit: 300) }
        }
        return (times, keys)
    }

    private func press(_ session: TerminalSession, _ keys: [String]) throws -> (first: Samples, last: Samples) {
        var samples = (first: Samples(), last: Samples())
        for number in 0..<runs {
            let answer = try session.press(keys[number % keys.count], limit: 500)
            // A key at the end of a list changes nothing and draws nothing.
            guard answer.frames > 0 else { continue }
            samples.first.add(answer.first)
            samples.last.add(answer.last)
        }
        return samples
    }
}

extension Array where Element == String {
    /// In an order that is the same in every run.
    fileprivate func shuffledAlike() -> [String] {
        var random = RandomNumbers(seed: 5)
        return shuffled(using: &random)
    }
}
