import Domain
import JSON
import Storage

/// Puts a category into the trash. 409 while skills or other categories are in it, naming them.
public struct DeleteSkillCategory: RouteOperation {
    public static let contract = Contract(
        "skills.categories.delete", .delete, "/skills/categories/{category_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Delete skill category", fr: "Supprimer une catégorie de compétences"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: SkillCategory.ID
        public var deletedAt: Instant
    }

    public var categoryID: SkillCategory.ID
    public var expectedVersion: Int?

    public init(categoryID: SkillCategory.ID, expectedVersion: Int? = nil) {
        self.categoryID = categoryID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try SkillCategoryReading.find(categoryID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "skill_category", categoryID)
        var dependants = Dependants()
        try dependants.add(
            "skill_category",
            "SELECT id FROM skill_category WHERE parent_id = \(categoryID) AND deleted_at IS NULL ORDER BY id",
            in: call.transaction)
        try dependants.add(
            "skill", "SELECT id FROM skill WHERE category_id = \(categoryID) AND deleted_at IS NULL ORDER BY id",
            in: call.transaction)
        do {
            try dependants.refuse { count in
                Phrase(
                    en: "The category is not empty (\(count)). Move what is in it to another one first.",
                    fr: "La catégorie n’est pas vide (\(count)). Déplacez d’abord son contenu.")
            }
        } catch {
            throw error.about("skill_category", categoryID)
        }
        try call.transaction.execute(
            """
            UPDATE skill_category SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(categoryID)
            """)
        try Tombstone.write("skill_category", categoryID, in: call)
        call.note(
            "skill_category", categoryID, before: ["name": .string(before.name), "deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: categoryID, deletedAt: call.now)
    }
}
