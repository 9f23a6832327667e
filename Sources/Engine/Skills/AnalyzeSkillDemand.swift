import Domain
import JSON

/// What jobs ask for and what candidates offer, skill by skill, the most open positions first.
public struct AnalyzeSkillDemand: RouteOperation {
    public static let contract = Contract(
        "skills.demandAnalysis", .get, "/skills/demand-analysis", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Skills demand analysis", fr: "Analyse de la demande de compétences"))

    public struct Answer: Codable, Sendable, Equatable {
        public var data: [Demand]
        public var total: Int
        public var from: Instant
        public var asOf: Instant
    }

    public struct Demand: Codable, Sendable, Equatable {
        public var skillID: Skill.ID
        public var name: String
        public var kind: Skill.Kind
        public var categoryID: SkillCategory.ID?
        /// Jobs opened in the span that ask for it.
        public var n: Int
        /// Jobs that are open now and ask for it.
        public var openJobs: Int
        /// Positions of those that nobody has taken yet.
        public var openPositions: Int
        /// Candidates who have it.
        public var candidates: Int
        /// Candidates for each open position; absent below five positions.
        public var candidatesPerPosition: Double?
        /// Openings filled ÷ openings asked for, of the jobs opened in the span; absent below five openings.
        public var fillRate: Double?
        /// The openings that `fill_rate` is of.
        public var fillRateN: Int
        /// Whether one of the ratios is of too few to say.
        public var insufficientData: Bool?
    }

    /// 365 unless said otherwise.
    public var days: Bounded<7, 1_095>?
    public var kind: Skill.Kind?
    /// This category and those below it.
    public var categoryID: SkillCategory.ID?
    /// 25 unless said otherwise.
    public var limit: Bounded<1, 100>?

    public init(
        days: Bounded<7, 1_095>? = nil, kind: Skill.Kind? = nil, categoryID: SkillCategory.ID? = nil,
        limit: Bounded<1, 100>? = nil
    ) {
        self.days = days
        self.kind = kind
        self.categoryID = categoryID
        self.limit = limit
    }

    public func perform(in call: Call) throws -> Answer {
        let start = call.now.advanced(byDays: -(days?.value ?? 365))
        let opened = try SkillDemand.opened(
            from: start, to: call.now.advanced(byMilliseconds: 1), published: false, in: call.transaction)
        let open = try SkillDemand.open(in: call.transaction)
        let skills = try SkillDemand.skills(kind: kind, category: categoryID, in: call.transaction)
        let asked = skills.values.filter { opened[$0.id] != nil || open[$0.id] != nil }.sorted { left, right in
            let (first, second) = (Self.positions(open[left.id]), Self.positions(open[right.id]))
            let (one, two) = (opened[left.id]?.jobs ?? 0, opened[right.id]?.jobs ?? 0)
            return (second, two, left.key) < (first, one, right.key)
        }
        let shown = Array(asked.prefix(limit?.value ?? 25))
        let candidates = try SkillDemand.candidates(with: shown.map(\.id), in: call.transaction)
        return Answer(
            data: shown.map { skill in
                Self.demand(
                    skill, opened: opened[skill.id] ?? SkillDemand.Count(), open: open[skill.id] ?? SkillDemand.Count(),
                    candidates: candidates[skill.id] ?? 0)
            }, total: asked.count, from: start, asOf: call.now)
    }

    private static func positions(_ count: SkillDemand.Count?) -> Int {
        count.map { max(0, $0.openings - $0.filled) } ?? 0
    }

    private static func demand(
        _ skill: SkillDemand.Named, opened: SkillDemand.Count, open: SkillDemand.Count, candidates: Int
    ) -> Demand {
        let positions = positions(open)
        let hasSupply = positions >= SkillDemand.fewest
        let hasFill = opened.openings >= SkillDemand.fewest
        return Demand(
            skillID: skill.id, name: skill.name, kind: skill.kind, categoryID: skill.category, n: opened.jobs,
            openJobs: open.jobs, openPositions: positions, candidates: candidates,
            candidatesPerPosition: hasSupply ? Double(candidates) / Double(positions) : nil,
            fillRate: hasFill ? Double(opened.filled) / Double(opened.openings) : nil, fillRateN: opened.openings,
            insufficientData: hasSupply && hasFill ? nil : true)
    }
}
