import DemoData
import Domain

/// The demo that somebody asks for. What is not given does not matter to a demo that exists, and has a default for a
/// new one: 5,000 applications, candidates and jobs in proportion, seed 1, the calendar's today.
public struct DemoRequest: Sendable, Hashable {
    public var applications: Int?
    public var candidates: Int?
    public var jobs: Int?
    public var seed: UInt64?
    public var today: CalendarDate?

    public init(
        applications: Int? = nil, candidates: Int? = nil, jobs: Int? = nil, seed: UInt64? = nil,
        today: CalendarDate? = nil
    ) {
        self.applications = applications
        self.candidates = candidates
        self.jobs = jobs
        self.seed = seed
        self.today = today
    }

    func plan(today systemToday: CalendarDate) -> DemoPlan {
        DemoPlan(
            applications: applications ?? 5_000, candidates: candidates, jobs: jobs, seed: seed ?? 1,
            today: today ?? systemToday)
    }

    /// The names of what is asked for and differs from a demo that exists.
    func differences(from made: DemoParameters, today: CalendarDate) -> Set<String> {
        let asked = DemoParameters(plan: plan(today: today))
        var names: Set<String> = []
        if applications != nil, asked.applications != made.applications { names.insert("applications") }
        if candidates != nil, asked.candidates != made.candidates { names.insert("candidates") }
        if jobs != nil, asked.jobs != made.jobs { names.insert("jobs") }
        if seed != nil, asked.seed != made.seed { names.insert("seed") }
        if self.today != nil, asked.today != made.today { names.insert("today") }
        return names
    }
}
