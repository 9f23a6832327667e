import Domain
import Storage

/// The rollups of applications that are being loaded, gathered in memory: much faster than reading the rows again.
public struct RollupTally: Sendable {
    private struct Key: Hashable {
        let scope: RollupScope
        let day: Int64
    }

    private var cohorts: [Key: CohortSums] = [:]
    private var activities: [Key: [Int64]] = [:]

    public init() {}

    /// Counts an application that made these steps.
    public mutating func add(
        _ course: ApplicationCourse, steps: some Sequence<(status: Application.Status, at: Instant)>,
        appliedAt: Instant, status: Application.Status, source: Source.ID?, consultant: Consultant.ID?
    ) {
        let sums = CohortSums(course, status: status)
        let scopes = RollupScope.all(source: source, consultant: consultant)
        for scope in scopes {
            cohorts[Key(scope: scope, day: RollupScope.day(appliedAt)), default: CohortSums()] += sums
        }
        var seen = 0
        for step in steps where seen & ApplicationCourse.bit(step.status) == 0 {
            seen |= ApplicationCourse.bit(step.status)
            for scope in scopes {
                activities[
                    Key(scope: scope, day: RollupScope.day(step.at)),
                    default: [Int64](repeating: 0, count: ActivityColumn.names.count)][step.status.rank] += 1
            }
        }
    }

    /// Writes all of it into tables that hold nothing of these applications yet.
    public func write(in transaction: any Transaction) throws {
        for (key, sums) in sorted(cohorts) {
            try ApplicationRollups.addAll(
                sums.values, columns: CohortColumn.all.map(\.name), of: "application_cohort", day: key.day,
                to: key.scope,
                in: transaction)
        }
        for (key, counts) in sorted(activities) {
            try ApplicationRollups.addAll(
                counts, columns: ActivityColumn.names, of: "application_activity", day: key.day, to: key.scope,
                in: transaction)
        }
    }

    /// In the order of the primary key, in which rows go in fastest.
    private func sorted<Value>(_ rows: [Key: Value]) -> [(key: Key, value: Value)] {
        rows.sorted {
            let (left, right) = ($0.key, $1.key)
            return (left.scope.id.high, left.scope.id.low, left.day, left.scope.source.high, left.scope.source.low)
                < (right.scope.id.high, right.scope.id.low, right.day, right.scope.source.high, right.scope.source.low)
        }
    }
}
