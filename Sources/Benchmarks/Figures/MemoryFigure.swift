/// How much memory the workstation has after as many keys as a person presses in ten minutes.
struct MemoryFigure {
    let program: WorkstationProgram
    let workspace: BenchWorkspace
    let keys: Int

    /// Scrolling, pages, columns, screens, profiles and a filter.
    private static let use = [
        "j", "j", "j", "\u{4}", "l", "j", "\r", "j", "q", "l", "j", "\u{4}", "\u{4}", "G", "gg", "2", "j", "j", "\r",
        "q", "\u{4}", "3", "j", "\r", "q", "1", "h", "h", "/", "m", "a", "r", "\u{1B}", "\u{1B}", "p", "p", "z", "z",
    ]

    func measure() throws -> [Figure] {
        let session = try program.start(on: workspace.folder)
        _ = try session.start()
        let before = session.residentMemory()
        for number in 0..<keys { _ = try session.press(Self.use[number % Self.use.count], quiet: 8, limit: 300) }
        let after = session.residentMemory()
        _ = try session.press("Q")
        return [
            Figure(
                id: "memory", title: "resident memory after use", applications: workspace.plan.applications, runs: keys,
                ours: .bytes(Double(after.all)),
                budget: .atMost(.bytes(60e6), .bytes(Double(after.all)), "≤ 60 MB"),
                details: [
                    ("after the start", .bytes(Double(before.all))), ("of it files", .bytes(Double(after.files))),
                ])
        ]
    }
}
