import Domain
import Engine
import JSON
import Storage

extension DemoGenerator {
    /// A candidate with skills, a career and a degree.
    func addCandidate(_ sketch: CandidateSketch, _ context: DemoContext, to rows: inout DemoRows) {
        var random = sketch.random
        let career = Career(sketch, plan: plan, random: &random)
        let owner: Consultant.ID? =
            sketch.index < 40
            ? context.consultants[sketch.index % 2]
            : random.chance(0.3) ? random.pick(context.consultants) : nil
        let user = context.account(of: sketch)
        context.addAccount(of: sketch, to: &rows)
        let email = sketch.index < 2 ? DemoAccounts.email(.candidate, second: sketch.index == 1) : sketch.email
        let phone = FictionalPhone.number(of: sketch, plan: plan)
        let emails: JSONValue = [["value": .string(email), "type": "home"]]
        let phones: JSONValue = .array(
            phone.map { [["value": .string($0.text), "e164": .string($0.text), "type": .string($0.type)]] } ?? [])
        let languages: JSONValue =
            sketch.isFrench
            ? [["language": "Français", "fluency": "Langue maternelle"], ["language": "Anglais", "fluency": "B2"]]
            : [["language": "English", "fluency": "Native speaker"]]
        let pay = Int64(sketch.occupation.pay[sketch.level]) * 100_000
        let salary: JSONValue = [
            "min": .integer(pay), "max": .integer(pay + pay / 8), "currency": "EUR", "period": "YEAR",
        ]
        let status: Candidate.Status =
            sketch.index < 40 ? .active : [.active, .active, .active, .passive, .passive, .archived][random.below(6)]
        let current = career.jobs.first
        rows.add(
            """
            INSERT INTO candidate (id, created_at, updated_at, version, row_seq, row_no, user_id, first_name, last_name,
            name_folded, headline, summary, emails, phones, city, region, country_code, profiles, languages,
            current_title, current_company, notice_days, desired_salary, desired_employment_types, willing_to_relocate,
            status, source_id, owner_consultant_id, tags, can_email, consent_basis, consent_given_at,
            consent_expires_at, experience_months, education_level) VALUES (\(sketch.id), \(sketch.createdAt),
            \(sketch.createdAt), 1, \(rows.clock), \(sketch.index + 1), \(user), \(sketch.first), \(sketch.last),
            \(Folding.key(sketch.last + " " + sketch.first)), \(sketch.title), \(career.summary(sketch)), \(emails.serialized()),
            \(phones.serialized()), \(sketch.city.name), \(sketch.city.region), \(sketch.city.countryCode), '[]',
            \(languages.serialized()), \(sketch.title), \(current?.employer), \(random.between(0, 3) * 30),
            \(salary.serialized()), '["FULL_TIME"]', \(random.chance(0.3)), \(status), \(random.pick(context.sources)),
            \(owner), '[]', \(true), 'consent', \(sketch.createdAt), \(plan.now.advanced(byDays: 730)),
            \(career.months), \(EducationLevel(studyType: career.degree)?.rawValue))
            """)
        let contacts: [(String, String?)] = [
            ("email", email), ("phone", phone?.text),
            ("name_and_employer", current.map { Folding.key("\(sketch.last) \(sketch.first), \($0.employer)") }),
        ]
        for case (let kind, let value?) in contacts {
            rows.add(
                """
                INSERT INTO candidate_contact (kind, value_folded, candidate_id)
                VALUES (\(kind), \(value), \(sketch.id))
                """)
        }
        addSkills(sketch, context, &random, to: &rows)
        career.add(sketch, &random, to: &rows)
        if let owner {
            addAssignment(
                consultant: owner, subject: ("candidate", sketch.id.cast()), at: sketch.createdAt, index: sketch.index,
                to: &rows)
        }
    }

    private func addSkills(
        _ sketch: CandidateSketch, _ context: DemoContext, _ random: inout RandomStream, to rows: inout DemoRows
    ) {
        let skills = context.skills[sketch.index % context.skills.count]
        let start = random.below(skills.count)
        let count = min(skills.count, 3 + sketch.level + random.below(2))
        for number in 0..<count {
            let level = min(5, max(1, sketch.level + random.between(0, 2) + 1))
            let id: CandidateSkill.ID = random.identifier(at: sketch.createdAt)
            rows.add(
                """
                INSERT INTO candidate_skill (id, created_at, updated_at, version, row_seq, candidate_id, skill_id,
                level, years, origin) VALUES (\(id), \(sketch.createdAt), \(sketch.createdAt), 1, \(rows.clock),
                \(sketch.id), \(skills[(start + number) % skills.count]), \(level),
                \(Double(level) * 1.5), \(Skill.Origin.own))
                """)
        }
    }
}
