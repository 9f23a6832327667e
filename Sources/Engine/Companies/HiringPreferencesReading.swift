import Domain
import Storage

/// Reads the hiring preferences of companies. Whoever may see a company in full sees them.
enum HiringPreferencesReading {
    static func of(_ company: Company.ID, in transaction: any Transaction) throws -> HiringPreferencesView {
        let found = try transaction.first(
            """
            SELECT version, updated_at, employment_types, workplaces, locations, min_experience_years, salary_bands,
            interview_rounds, blind_review, sla_days, auto_reply_template_id FROM hiring_preferences
            WHERE company_id = \(company)
            """
        ) { columns in
            var view = HiringPreferencesView(companyID: company, version: try columns.next())
            view.updatedAt = try columns.next()
            view.employmentTypes = try StoredJSON.list(columns.next())
            view.workplaces = try StoredJSON.list(columns.next())
            view.locations = try StoredJSON.list(columns.next())
            view.minExperienceYears = try columns.next()
            view.salaryBands = try StoredJSON.list(columns.next())
            view.interviewRounds = try columns.next()
            view.blindReview = try columns.next()
            view.slaDays = try columns.next()
            view.autoReplyTemplateID = try columns.next()
            return view
        }
        var view = found ?? HiringPreferencesView(companyID: company, version: 0)
        view.mustHaveSkills = try transaction.all(
            """
            SELECT h.skill_id, s.name FROM hiring_skill h JOIN skill s ON s.id = h.skill_id
            WHERE h.company_id = \(company) ORDER BY h.position, h.skill_id
            """
        ) { columns in
            HiringPreferencesView.NamedSkill(skillID: try columns.next(), name: try columns.next())
        }
        return view
    }
}
