import Domain
import JSON
import Storage

/// Puts a skill into the trash. 409 while candidates have it or jobs and companies ask for it, naming them.
public struct DeleteSkill: RouteOperation {
    public static let contract = Contract(
        "skills.delete", .delete, "/skills/{skill_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Delete skill", fr: "Supprimer une compétence"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Skill.ID
        public var deletedAt: Instant
    }

    public var skillID: Skill.ID
    public var expectedVersion: Int?

    public init(skillID: Skill.ID, expectedVersion: Int? = nil) {
        self.skillID = skillID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try SkillReading.find(skillID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "skill", skillID)
        try checkDependants(in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE skill SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(skillID)
            """)
        try Tombstone.write("skill", skillID, in: call)
        call.note(
            "skill", skillID, before: ["name": .string(before.name), "deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: skillID, deletedAt: call.now)
    }

    private func checkDependants(in transaction: any Transaction) throws {
        var dependants = Dependants()
        try dependants.add(
            "candidate",
            "SELECT candidate_id FROM candidate_skill WHERE skill_id = \(skillID) AND deleted_at IS NULL",
            in: transaction)
        try dependants.add(
            "job", "SELECT job_id FROM skill_requirement WHERE skill_id = \(skillID) AND deleted_at IS NULL",
            in: transaction)
        try dependants.add(
            "company", "SELECT company_id FROM hiring_skill WHERE skill_id = \(skillID) ORDER BY company_id",
            in: transaction)
        try dependants.add(
            "skill", "SELECT id FROM skill WHERE replaced_by = \(skillID) AND deleted_at IS NULL ORDER BY id",
            in: transaction)
        do {
            try dependants.refuse { count in
                Phrase(
                    en: "Candidates, jobs, companies or merged skills need this skill (\(count)). Merge it into "
                        + "another one instead (replaced_by).",
                    fr: "Des candidats, postes, entreprises ou compétences fusionnées en ont besoin (\(count)). "
                        + "Fusionnez-la plutôt avec une autre (replaced_by).")
            }
        } catch {
            throw error.about("skill", skillID)
        }
    }
}
