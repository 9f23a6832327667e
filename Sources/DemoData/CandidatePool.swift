import Domain

/// Which candidates apply to a job: those of its occupation who were known in its time, each at most once, then those
/// of the next occupations.
struct CandidatePool {
    private let families = Occupations.all.count
    private let occupation: Int
    private let start: Int
    /// How many of each occupation are known.
    private let depth: Int
    private let total: Int
    /// The demo account's candidate comes first on the jobs of its occupation.
    private let first: Int?

    init(_ job: JobSketch, plan: DemoPlan, random: inout RandomStream) {
        occupation = job.occupationIndex
        let age = Double(job.openedAt.days(until: plan.now)) - 60
        let known = Int(Double(plan.candidates) * (1 - max(0, age) / 780))
        depth = max(1, min(known, plan.candidates) / families)
        start = random.below(depth)
        total = depth * families
        first = job.index < 10 && job.occupationIndex < 2 ? job.occupationIndex : nil
    }

    /// The number of the candidate who is the `number`-th to apply.
    func candidate(_ number: Int) -> Int {
        guard let first else { return position(number) }
        if number == 0 { return first }
        // The one that came first is left out where it would come again.
        let place = (0..<number).contains { position($0) == first } ? number : number - 1
        return position(place)
    }

    /// How many different candidates there are.
    static func capacity(_ plan: DemoPlan) -> Int {
        max(1, plan.candidates / Occupations.all.count / 3) * Occupations.all.count
    }

    private func position(_ number: Int) -> Int {
        let family = (occupation + number / depth) % families
        return family + families * ((start + number % depth) % depth)
    }
}

/// How many applications each job gets: a few get very many, and they add up to the plan's number.
struct ApplicationCounts {
    private let counts: [Int]

    init(plan: DemoPlan) {
        let weights = (0..<plan.jobs).map { index -> Double in
            var random = RandomStream(seed: plan.seed ^ 0xA5, kind: .jobApplications, index: index)
            let draw = random.unit()
            return index < 10 ? 0.8 : 0.15 + draw * draw * 3
        }
        let sum = weights.reduce(0, +)
        let limit = CandidatePool.capacity(plan)
        var counts = weights.map { min(limit, Int(Double(plan.applications) * $0 / sum)) }
        var missing = plan.applications - counts.reduce(0, +)
        var index = 0
        var idle = 0
        while missing > 0, idle < plan.jobs {
            if counts[index] < limit {
                counts[index] += 1
                missing -= 1
                idle = 0
            } else {
                idle += 1
            }
            index = (index + 1) % plan.jobs
        }
        self.counts = counts
    }

    func of(_ job: Int) -> Int { counts[job] }
    var total: Int { counts.reduce(0, +) }
}
