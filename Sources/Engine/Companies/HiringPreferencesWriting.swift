import Domain
import Storage

/// Writes the hiring preferences of a company: one row, made at the first change.
enum HiringPreferencesWriting {
    static func put(_ view: HiringPreferencesView, in call: Call) throws {
        try call.transaction.execute(
            """
            INSERT INTO hiring_preferences (id, created_at, updated_at, created_by, version, row_seq, company_id,
            employment_types, workplaces, locations, min_experience_years, salary_bands, interview_rounds, blind_review,
            sla_days, auto_reply_template_id)
            VALUES (\(call.newID(HiringPreferences.self)), \(call.now), \(call.now), \(call.principal.userID), 1,
            \(try call.rowSequence()), \(view.companyID), \(StoredJSON.text(of: view.employmentTypes)),
            \(StoredJSON.text(of: view.workplaces)), \(StoredJSON.text(of: view.locations)), \(view.minExperienceYears),
            \(StoredJSON.text(of: view.salaryBands)), \(view.interviewRounds), \(view.blindReview), \(view.slaDays),
            \(view.autoReplyTemplateID))
            ON CONFLICT (company_id) DO UPDATE SET updated_at = excluded.updated_at,
            version = hiring_preferences.version + 1, row_seq = excluded.row_seq,
            employment_types = excluded.employment_types, workplaces = excluded.workplaces,
            locations = excluded.locations, min_experience_years = excluded.min_experience_years,
            salary_bands = excluded.salary_bands, interview_rounds = excluded.interview_rounds,
            blind_review = excluded.blind_review, sla_days = excluded.sla_days,
            auto_reply_template_id = excluded.auto_reply_template_id
            """)
        try call.transaction.execute("DELETE FROM hiring_skill WHERE company_id = \(view.companyID)")
        for (position, skill) in view.mustHaveSkills.enumerated() {
            try call.transaction.execute(
                """
                INSERT INTO hiring_skill (company_id, skill_id, position)
                VALUES (\(view.companyID), \(skill.skillID), \(position))
                """)
        }
    }
}
