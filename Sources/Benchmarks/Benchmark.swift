import Glibc

/// Runs the figures, the cheap ones first.
struct Benchmark {
    let settings: BenchSettings

    func run() throws -> [Figure] {
        say("workspaces are kept in \(settings.folder)")
        var figures: [Figure] = []
        let middle = try workspace(settings.middle)
        figures += try part("demo") { try DemoFigure(workspace: middle).measure() }
        figures += try part("change_status") {
            try StatusChangeFigure(workspace: middle, runs: settings.quick ? 300 : 1_500).measure()
        }
        figures += try part("point_read") {
            try PointReadFigure(workspace: middle, runs: settings.quick ? 3_000 : 20_000).measure()
        }
        figures += try part("import") {
            try ImportFigure(workspace: middle, batches: settings.quick ? 4 : 20).measure()
        }
        guard ["demo", "pipeline", "search"].contains(where: settings.wants) else { return figures }
        let large = try workspace(settings.large, manyCandidates: true)
        figures += try part("demo") { try DemoFigure(workspace: large).measure() }
        figures += try part("pipeline") {
            try PipelineFigure(workspace: large, runs: settings.quick ? 200 : 500).measure()
        }
        figures += try part("search") {
            try SearchFigure(workspace: large, runs: settings.quick ? 500 : 3_000).measure()
        }
        return figures
    }

    private func workspace(_ applications: Int, manyCandidates: Bool = false) throws -> DemoWorkspace {
        try DemoWorkspace(
            applications: applications, candidates: manyCandidates ? applications : nil, in: settings.folder, log: say)
    }

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
