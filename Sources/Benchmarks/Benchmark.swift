import Glibc

/// Runs the figures, the cheap ones first.
struct Benchmark {
    let settings: BenchSettings

    func run() throws -> [Figure] {
        var figures: [Figure] = []
        if wants("demo", "change_status", "point_read", "import") { figures += try onMiddle() }
        if wants("demo", "pipeline", "search", "lists", "analytics", "start", "key", "bytes", "memory") {
            figures += try onLarge()
        }
        if wants("ai") { figures += try onManyCandidates() }
        return figures
    }

    private func onMiddle() throws -> [Figure] {
        let middle = try workspace(settings.middle)
        var figures = try part("demo") { try DemoFigure(workspace: middle).measure() }
        figures += try part("change_status") {
            try StatusChangeFigure(workspace: middle, runs: settings.quick ? 300 : 1_500).measure()
        }
        figures += try part("point_read") {
            try PointReadFigure(workspace: middle, runs: settings.quick ? 3_000 : 20_000).measure()
        }
        figures += try part("import") {
            try ImportFigure(workspace: middle, batches: settings.quick ? 4 : 20).measure()
        }
        return figures
    }

    private func onLarge() throws -> [Figure] {
        let large = try workspace(settings.large, manyCandidates: true)
        var figures = try part("demo") { try DemoFigure(workspace: large).measure() }
        figures += try part("pipeline") {
            try PipelineFigure(workspace: large, runs: settings.quick ? 200 : 500).measure()
        }
        figures += try part("search") {
            try SearchFigure(workspace: large, runs: settings.quick ? 500 : 3_000).measure()
        }
        for kind in [ReadingFigure.Kind.lists, .analytics] {
            figures += try part(kind.rawValue) {
                try ReadingFigure(
                    workspace: large, kind: kind, operations: settings.operations, runs: settings.quick ? 2 : 5,
                    log: say
                ).measure()
            }
        }
        guard wants("start", "key", "bytes", "memory") else { return figures }
        let program = try WorkstationProgram(path: settings.program, home: settings.folder + "/home")
        figures += try part("start") {
            try StartFigure(
                program: program, small: workspace(settings.small), large: large, runs: settings.quick ? 5 : 20
            ).measure()
        }
        figures += try part("key") {
            try KeyFigure(program: program, workspace: large, runs: settings.quick ? 60 : 300).measure()
        }
        figures += try part("bytes") { try CursorBytesFigure(program: program, workspace: large).measure() }
        figures += try part("memory") {
            try MemoryFigure(program: program, workspace: large, keys: settings.quick ? 300 : 3_000).measure()
        }
        return figures
    }

    /// The AI tools, whose budgets are for 100,000 candidates.
    private func onManyCandidates() throws -> [Figure] {
        let workspace = try workspace(min(settings.large, 100_000), manyCandidates: true)
        return try part("ai") {
            try ExtractionFigure(workspace: workspace, runs: settings.quick ? 200 : 1_000).measure()
                + MatchingFigure(workspace: workspace, runs: settings.quick ? 50 : 200).measure()
        }
    }

    private func workspace(_ applications: Int, manyCandidates: Bool = false) throws -> BenchWorkspace {
        try BenchWorkspace(
            applications: applications, candidates: manyCandidates ? applications : nil, in: settings.folder, log: say)
    }

    private func wants(_ names: String...) -> Bool { names.contains(where: settings.wants) }

    private func part(_ name: String, _ measure: () throws -> [Figure]) throws -> [Figure] {
        guard settings.wants(name) else { return [] }
        say(name)
        return try measure()
    }

    /// What it is doing, on standard error.
    private func say(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
