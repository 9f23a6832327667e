import Domain
import JSON

/// The skills that jobs ask for more than before: jobs opened in the last days, against those opened in as many days
/// before that, the greatest rise first. Candidates and employers get what advertisements have shown: no confidential
/// job counts, and a skill that fewer than five jobs ask for is left out.
public struct ListTrendingSkills: RouteOperation {
    public static let contract = Contract(
        "skills.trending", .get, "/skills/trending", access: .signedIn, effect: .read,
        Phrase(en: "Trending skills", fr: "Compétences les plus demandées"))

    public struct Answer: Codable, Sendable, Equatable {
        public var data: [Trend]
        public var total: Int
        public var from: Instant
        public var asOf: Instant
    }

    public struct Trend: Codable, Sendable, Equatable {
        public var skillID: Skill.ID
        public var name: String
        public var kind: Skill.Kind
        public var categoryID: SkillCategory.ID?
        /// Jobs opened in the span that ask for it.
        public var n: Int
        /// Jobs opened in the span before.
        public var previous: Int
        /// 0.25 is a quarter more than before; absent where there were too few to say.
        public var growth: Double?
        public var insufficientData: Bool?
    }

    /// 90 unless said otherwise.
    public var days: Bounded<7, 1_095>?
    public var kind: Skill.Kind?
    /// This category and those below it.
    public var categoryID: SkillCategory.ID?
    /// 20 unless said otherwise.
    public var limit: Bounded<1, 200>?

    public init(
        days: Bounded<7, 1_095>? = nil, kind: Skill.Kind? = nil, categoryID: SkillCategory.ID? = nil,
        limit: Bounded<1, 200>? = nil
    ) {
        self.days = days
        self.kind = kind
        self.categoryID = categoryID
        self.limit = limit
    }

    public func perform(in call: Call) throws -> Answer {
        let days = days?.value ?? 90
        let isStaff = call.principal.isStaff
        let start = call.now.advanced(byDays: -days)
        let now = try SkillDemand.opened(
            from: start, to: call.now.advanced(byMilliseconds: 1), published: !isStaff, in: call.transaction)
        let before = try SkillDemand.opened(
            from: start.advanced(byDays: -days), to: start, published: !isStaff, in: call.transaction)
        let skills = try SkillDemand.skills(kind: kind, category: categoryID, in: call.transaction)
        let fewest = isStaff ? 1 : SkillDemand.fewest
        let trends = now.compactMap { id, count -> (skill: SkillDemand.Named, n: Int, previous: Int)? in
            guard count.jobs >= fewest, let skill = skills[id] else { return nil }
            return (skill, count.jobs, before[id]?.jobs ?? 0)
        }.sorted { left, right in
            (right.n - right.previous, right.n, left.skill.key) < (left.n - left.previous, left.n, right.skill.key)
        }
        return Answer(
            data: trends.prefix(limit?.value ?? 20).map { Self.trend($0.skill, n: $0.n, previous: $0.previous) },
            total: trends.count, from: start, asOf: call.now)
    }

    private static func trend(_ skill: SkillDemand.Named, n: Int, previous: Int) -> Trend {
        let isKnown = previous >= SkillDemand.fewest
        return Trend(
            skillID: skill.id, name: skill.name, kind: skill.kind, categoryID: skill.category, n: n,
            previous: previous, growth: isKnown ? Double(n - previous) / Double(previous) : nil,
            insufficientData: isKnown ? nil : true)
    }
}
