import Domain
import Storage

extension DemoContext {
    /// What a consultant is to reach this quarter and this year: somewhat less or more than what the demo's paths make
    /// likely.
    func writeTargets(of consultant: Consultant.ID, number: Int, _ transaction: any Transaction) throws {
        var random = RandomStream(seed: plan.seed, kind: .target, index: number)
        let yearly = plan.applications / plan.consultants * 45 / 100
        let goals: [(PerformanceTarget.Metric, CalendarPeriod, Int)] = [
            (.submissions, .quarter, yearly * 8 / 100), (.interviews, .quarter, yearly * 5 / 100),
            (.placements, .quarter, yearly / 100), (.placements, .year, yearly * 4 / 100),
            (.revenue, .year, yearly * 4 / 100 * 800_000),
        ]
        for (metric, period, likely) in goals {
            let start = period.start(of: plan.now.date)
            let goal = max(metric == .revenue ? 1_000_000 : 2, likely * random.between(80, 130) / 100)
            let id: PerformanceTarget.ID = random.identifier(at: start.startOfDay)
            try transaction.execute(
                """
                INSERT INTO target (id, created_at, updated_at, version, row_seq, consultant_id, metric, period,
                period_start, goal, currency) VALUES (\(id), \(start.startOfDay), \(start.startOfDay), 1,
                \(try transaction.clock()), \(consultant), \(metric), \(period), \(start), \(goal),
                \(metric == .revenue ? "EUR" : nil))
                """)
        }
    }
}
