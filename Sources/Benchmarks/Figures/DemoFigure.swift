import Domain
import Storage

/// How fast a demo workspace is made, if it had to be made in this run.
struct DemoFigure {
    let workspace: BenchWorkspace

    func measure() throws -> [Figure] {
        guard let made = workspace.made else { return [] }
        let rows = try workspace.database.read { transaction in
            try ["candidate", "application", "status_history", "candidate_skill", "experience", "education", "cv"].map {
                try transaction.value(SQL(trusted: "SELECT COUNT(*) FROM \($0)"), as: Int.self) ?? 0
            }.reduce(0, +)
        }
        let seconds = Double(made) / 1e9
        let applications = workspace.plan.applications
        let rate = Quantity.perSecond(Double(applications) / seconds)
        return [
            Figure(
                id: "demo", title: "rplus demo, applications", applications: applications, runs: 1, ours: rate,
                budget: .atLeast(.perSecond(5_000), rate, "≥ 5,000 /s"),
                details: [("in all", .time(Double(made))), ("rows", .perSecond(Double(rows) / seconds))])
        ]
    }
}
