import Domain
import Storage

/// Reads what jobs ask for.
enum SkillRequirementReading {
    static let source: SQL = "skill_requirement r LEFT JOIN skill s ON s.id = r.skill_id"

    /// In the order in which `read` takes them.
    static let columns: SQL =
        "r.id, r.job_id, r.skill_id, s.name, r.importance, r.min_level, r.min_years, r.weight, r.version"

    static func read(_ columns: inout Columns) throws -> SkillRequirementView {
        SkillRequirementView(
            id: try columns.next(), jobID: try columns.next(), skillID: try columns.next(), name: try columns.next(),
            importance: try columns.next(), minLevel: try columns.next(), minYears: try columns.next(),
            weight: try columns.next(), version: try columns.next())
    }

    /// The requirement of that job; the job's visibility and rights are the caller's to check first.
    static func find(_ id: SkillRequirement.ID, of job: Job.ID, in call: Call) throws -> SkillRequirementView {
        let sql: SQL = """
            SELECT \(columns) FROM \(source) WHERE r.id = \(id) AND r.job_id = \(job) AND r.deleted_at IS NULL
            """
        guard let requirement = try call.transaction.first(sql, read) else {
            throw Problem.notFound(Phrase(en: "skill requirement of this job", fr: "compétence demandée pour ce poste"))
        }
        return requirement
    }
}

/// What must hold for the numbers of a requirement.
enum SkillRequirementRules {
    static func check(minYears: Double?, weight: Double?) throws {
        if let minYears, !(minYears >= 0 && minYears <= 60) {
            throw Problem.invalid(
                field: "min_years", code: "out_of_range",
                Phrase(en: "must be between 0 and 60", fr: "doit être compris entre 0 et 60"))
        }
        if let weight, !(weight >= 0 && weight <= 100) {
            throw Problem.invalid(
                field: "weight", code: "out_of_range",
                Phrase(en: "must be between 0 and 100", fr: "doit être compris entre 0 et 100"))
        }
    }
}
