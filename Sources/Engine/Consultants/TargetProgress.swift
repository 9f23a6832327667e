import Domain
import Storage

/// What a consultant has reached in the periods of some targets: the figures of `consultants.performance` for each of
/// those periods, so that both tell the same of the same days.
struct TargetProgress {
    private let analysis: Analysis
    /// Targets of one period share its figures.
    private var achievements: [AnalyticsPeriod: Achievement] = [:]

    init(consultant: Consultant.ID, targets: [TargetView], in call: Call) throws {
        let today = call.now.date
        analysis = Analysis(
            principal: call.principal, transaction: call.transaction, asOf: call.now,
            period: AnalyticsPeriod(from: today, to: today)
        ).filtered(consultant: consultant)
        for period in Set(targets.map(\.days)) {
            achievements[period] = try analysis.during(period).achievement()
        }
    }

    /// Fills in what was reached.
    func add(to targets: inout [TargetView]) {
        for index in targets.indices {
            let target = targets[index]
            guard let achievement = achievements[target.days] else { continue }
            guard target.metric == .revenue else {
                targets[index].n = achievement.count(of: target.metric)
                targets[index].reached = Int64(targets[index].n)
                continue
            }
            let sum = achievement.revenue.sums.first { $0.currency == target.currency }
            targets[index].n = sum?.n ?? 0
            targets[index].reached = sum?.amount ?? 0
            targets[index].uncounted = achievement.revenue.n - targets[index].n
        }
    }
}

extension TargetView {
    /// The days of its period.
    var days: AnalyticsPeriod { AnalyticsPeriod(from: periodStart, to: periodEnd) }
}

/// What was achieved in a period, as goals are set for it.
private struct Achievement {
    let activity: ActivityCounts
    let revenue: RevenueFigures

    func count(of metric: PerformanceTarget.Metric) -> Int {
        switch metric {
        case .submissions: activity[.submitted]
        case .interviews: activity[.interview]
        case .offers: activity[.offer]
        case .placements, .revenue: revenue.n
        }
    }
}

extension Analysis {
    fileprivate func achievement() throws -> Achievement {
        Achievement(activity: try activity(), revenue: try revenue())
    }
}
