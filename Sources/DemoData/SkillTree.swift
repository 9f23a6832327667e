import Domain
import Storage

/// The categories of the demo's skills: branches of work, and the industries in each.
struct SkillTree {
    let plan: DemoPlan
    let at: Instant

    private static let branches: [(name: String, industries: [String])] = [
        ("Care and education", ["Health care", "Education"]),
        ("Technology", ["Software", "Information services"]),
        ("Business", ["Finance", "Wholesale", "Media", "Law"]),
        ("Industry and building", ["Construction", "Manufacturing", "Logistics"]),
        ("Hospitality and design", ["Hospitality", "Design"]),
    ]

    /// Writes it and answers the category of each industry. An industry of no branch stands at the top.
    func write(_ transaction: any Transaction) throws -> [String: SkillCategory.ID] {
        var random = RandomStream(seed: plan.seed, kind: .skillCategory, index: 0)
        var categories: [String: SkillCategory.ID] = [:]
        func add(_ name: String, under parent: SkillCategory.ID?) throws -> SkillCategory.ID {
            let id: SkillCategory.ID = random.identifier(at: at)
            try transaction.execute(
                """
                INSERT INTO skill_category (id, created_at, updated_at, version, row_seq, name, name_folded, parent_id)
                VALUES (\(id), \(at), \(at), 1, \(try transaction.clock()), \(name), \(Folding.key(name)), \(parent))
                """)
            return id
        }
        for branch in Self.branches {
            let parent = try add(branch.name, under: nil)
            for industry in branch.industries { categories[industry] = try add(industry, under: parent) }
        }
        for occupation in Occupations.all where categories[occupation.industry] == nil {
            categories[occupation.industry] = try add(occupation.industry, under: nil)
        }
        return categories
    }
}
