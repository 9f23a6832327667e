import Domain

/// How large a demo workspace is, and which one of all the possible ones.
public struct DemoPlan: Sendable, Hashable {
    public var candidates: Int
    public var jobs: Int
    public var applications: Int
    public var seed: UInt64
    /// The day that counts as today; nothing in the workspace is later.
    public var today: CalendarDate

    /// Candidates are 0.6 × and jobs 0.02 × the applications unless given, and there are at least 20 jobs.
    public init(
        applications: Int = 5_000, candidates: Int? = nil, jobs: Int? = nil, seed: UInt64 = 1, today: CalendarDate
    ) {
        self.applications = max(applications, 0)
        self.candidates = max(candidates ?? applications * 6 / 10, 40)
        self.jobs = max(jobs ?? applications / 50, 20)
        self.seed = seed
        self.today = today
    }

    var companies: Int { max(8, jobs / 6) }
    var consultants: Int { min(max(4, jobs / 40), 60) }
    /// 18:00 UTC of the day before: whenever today somebody opens the demo, nothing in it is still to come but what is
    /// planned.
    var now: Instant { today.startOfDay.advanced(byMilliseconds: -6 * 3_600_000) }

    /// The text under which the workspace remembers what it was made with.
    public var signature: String {
        "applications=\(applications) candidates=\(candidates) jobs=\(jobs) seed=\(seed)"
    }
}

/// The accounts of every demo workspace.
public enum DemoAccounts {
    public static let password = "demo-password"

    /// `consultant@demo.example`, and for the second one `consultant2@demo.example`.
    public static func email(_ role: Role, second: Bool = false) -> String {
        "\(role.rawValue)\(second ? "2" : "")@demo.example"
    }

    static let all: [(email: String, role: Role, second: Bool)] = Role.allCases.flatMap { role in
        [(email(role), role, false), (email(role, second: true), role, true)]
    }
}
