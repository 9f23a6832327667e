import Domain
import Engine
import Intelligence
import Storage

/// Opening the taxonomy for the first time in the process, and the skills of CVs of two pages.
struct ExtractionFigure {
    let workspace: BenchWorkspace
    let runs: Int
    /// Characters of two full pages.
    private static let twoPages = 6_000

    func measure() throws -> [Figure] {
        var extractor: SkillExtractor?
        let opening = Stopwatch.time {
            extractor = SkillExtractor()
            _ = extractor?.skills(in: "Java")
        }
        guard let extractor else { throw BenchProblem("there is no taxonomy") }
        let curricula = try curricula()
        var samples = Samples()
        var found = 0
        for number in 0..<runs {
            samples.add(Stopwatch.time { found += extractor.skills(in: curricula[number % curricula.count]).count })
        }
        guard found > 0 else { throw BenchProblem("no CV has a skill") }
        return [
            Figure(
                id: "taxonomy", title: "opening the taxonomy, first use", applications: 0, runs: 1,
                ours: .time(Double(opening)), budget: .atMost(.time(20e6), .time(Double(opening)), "≤ 20 ms")),
            Figure(
                id: "extraction", title: "skills of a two-page CV", applications: 0, runs: samples.count,
                ours: .time(samples.median), budget: .atMost(.time(5e6), .time(samples.p99), "p99 ≤ 5 ms"),
                details: [("p99", .time(samples.p99)), ("median", .time(samples.median))]),
        ]
    }

    /// The CVs of the demo, joined until they fill two pages.
    private func curricula() throws -> [String] {
        let texts: [String] = try workspace.database.read { transaction in
            try transaction.column("SELECT content FROM cv WHERE deleted_at IS NULL ORDER BY id LIMIT 200")
        }
        var pages: [String] = []
        var page = ""
        for text in texts {
            page += text + "\n"
            if page.count >= Self.twoPages {
                pages.append(String(page.prefix(Self.twoPages)))
                page = ""
            }
        }
        guard !pages.isEmpty else { throw BenchProblem("there are too few CVs to fill two pages") }
        return pages
    }
}
