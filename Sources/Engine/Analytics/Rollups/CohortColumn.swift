import Domain
import Storage

/// One column of `application_cohort`: a number that is summed over applications.
struct CohortColumn {
    let name: String
    /// What it sums, over `application a`.
    let expression: String

    /// In the order of `CohortSums.values`.
    static let all: [CohortColumn] =
        [CohortColumn(name: "started", expression: "COUNT(*)")]
        + Application.Status.path.map {
            CohortColumn(name: "reached_\($0.rawValue)", expression: has(ApplicationCourse.bit($0)))
        }
        + zip(Application.Status.path, Application.Status.path.dropFirst()).map { stage, next in
            CohortColumn(
                name: "advanced_\(stage.rawValue)",
                expression: has(ApplicationCourse.bit(stage) | ApplicationCourse.bit(next)))
        }
        + Application.Status.ends.map {
            CohortColumn(
                name: $0.rawValue, expression: "SUM(CASE WHEN a.status = '\($0.rawValue)' THEN 1 ELSE 0 END)")
        }
        + Application.Status.open.map {
            CohortColumn(name: "timed_\($0.rawValue)", expression: "COUNT(a.spent_\($0.rawValue))")
        }
        + Application.Status.open.map {
            CohortColumn(name: "spent_\($0.rawValue)", expression: "COALESCE(SUM(a.spent_\($0.rawValue)), 0)")
        }

    static let names = SQL(trusted: all.map(\.name).joined(separator: ", "))

    /// Sums of rows of `application a`. PostgreSQL sums whole numbers to decimals, hence the casts.
    static let expressions = SQL(
        trusted: all.map { "CAST(\($0.expression) AS BIGINT)" }.joined(separator: ", "))

    /// Sums of rows of `application_cohort`.
    static let sums = SQL(
        trusted: all.map { "CAST(COALESCE(SUM(\($0.name)), 0) AS BIGINT)" }.joined(separator: ", "))

    /// How many have all of these bits.
    private static func has(_ bits: Int) -> String {
        "SUM(CASE WHEN (a.reached & \(bits)) = \(bits) THEN 1 ELSE 0 END)"
    }
}

extension Application.Status {
    /// Where an application ends.
    static let ends: [Application.Status] = [.hired, .rejected, .withdrawn]
}

/// The columns of `application_activity`, one a status.
enum ActivityColumn {
    static let names = Application.Status.allCases.map(\.rawValue)
}

/// What became of some applications, in numbers.
struct CohortSums: Hashable, Sendable {
    /// By `CohortColumn.all`.
    private(set) var values = [Int64](repeating: 0, count: CohortColumn.all.count)

    init() {}

    /// What one application adds.
    init(_ course: ApplicationCourse, status: Application.Status) {
        values[Self.started] = 1
        for (index, stage) in Application.Status.path.enumerated() where course.hasReached(stage) {
            values[Self.reached + index] = 1
            if index > 0, course.hasReached(Application.Status.path[index - 1]) {
                values[Self.advanced + index - 1] = 1
            }
        }
        if let end = Application.Status.ends.firstIndex(of: status) { values[Self.ended + end] = 1 }
        for (rank, spent) in course.spent.enumerated() {
            guard let spent else { continue }
            values[Self.timed + rank] = 1
            values[Self.spent + rank] = spent
        }
    }

    private static let started = 0
    private static let reached = 1
    private static let advanced = reached + Application.Status.path.count
    private static let ended = advanced + Application.Status.path.count - 1
    private static let timed = ended + Application.Status.ends.count
    private static let spent = timed + Application.Status.open.count

    var started: Int { Int(values[Self.started]) }
    /// Applications that ever reached a stage of the path.
    func reached(_ stage: Application.Status) -> Int { Int(values[Self.reached + stage.rank]) }
    /// Applications that ever reached the stage and the one after it.
    func advanced(from stage: Application.Status) -> Int { Int(values[Self.advanced + stage.rank]) }
    /// Applications that are hired, rejected or withdrawn now.
    func ended(_ status: Application.Status) -> Int {
        Application.Status.ends.firstIndex(of: status).map { Int(values[Self.ended + $0]) } ?? 0
    }
    var open: Int { started - Application.Status.ends.reduce(0) { $0 + ended($1) } }
    /// Applications that have left the stage at least once.
    func timed(_ stage: Application.Status) -> Int { Int(values[Self.timed + stage.rank]) }
    /// Milliseconds of their ended visits.
    func spent(_ stage: Application.Status) -> Int64 { values[Self.spent + stage.rank] }

    static func read(_ columns: inout Columns) throws -> CohortSums {
        var sums = CohortSums()
        for index in sums.values.indices { sums.values[index] = try columns.next() }
        return sums
    }

    static func += (left: inout CohortSums, right: CohortSums) {
        for index in left.values.indices { left.values[index] += right.values[index] }
    }

    static func - (left: CohortSums, right: CohortSums) -> CohortSums {
        var difference = left
        for index in difference.values.indices { difference.values[index] -= right.values[index] }
        return difference
    }

    /// The columns that are not zero, with their values.
    var changes: [(name: String, value: Int64)] {
        zip(CohortColumn.all, values).compactMap { $1 == 0 ? nil : ($0.name, $1) }
    }
}
