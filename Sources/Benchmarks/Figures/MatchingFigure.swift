import Domain
import Engine
import Storage

/// The best fifty candidates for a job, each explained, for jobs of all kinds.
struct MatchingFigure {
    let workspace: BenchWorkspace
    /// How many jobs are asked for.
    let runs: Int

    func measure() throws -> [Figure] {
        let jobs: [Job.ID] = try workspace.database.read { transaction in
            try transaction.column("SELECT id FROM job WHERE deleted_at IS NULL ORDER BY row_no LIMIT \(runs)")
        }
        guard !jobs.isEmpty else { throw BenchProblem("there is no job") }
        var samples = Samples()
        var considered = 0
        for (number, job) in (jobs.prefix(3) + jobs).enumerated() {
            var found = 0
            let time = try Stopwatch.time {
                let matches = try workspace.engine.perform(
                    MatchCandidatesToJob(jobID: job, limit: Bounded(clamping: 50)), as: workspace.credential)
                found = matches.considered
            }
            // The first warm up what the first call opens.
            guard number >= min(3, jobs.count) else { continue }
            samples.add(time)
            considered = max(considered, found)
        }
        guard considered >= 50 else { throw BenchProblem("a match considers \(considered) candidates only") }
        return [
            Figure(
                id: "matching", title: "ai.jobMatching, the best 50, explained",
                applications: workspace.plan.applications, runs: samples.count, ours: .time(samples.median),
                budget: .atMost(.time(150e6), .time(samples.p99), "p99 ≤ 150 ms"),
                details: [("p99", .time(samples.p99)), ("longest", .time(samples.longest))])
        ]
    }
}
