import Domain
import Engine
import Storage

/// A job with the applications that it got and what became of it.
struct JobStory {
    let job: JobSketch
    var status: Job.Status
    var filled: Int
    var closedAt: Instant?
    var applications: [ApplicationStory]
}

struct ApplicationStory {
    let candidate: CandidateSketch
    /// The number of the application, from 0.
    let index: Int
    var path: PathSimulation
    var random: RandomStream
}

/// How far the making of jobs and what hangs on them has come: so many are made.
struct DemoNumbers: Sendable {
    var job = 0
    var application = 0
    var conversation = 0
    var message = 0
}

extension DemoGenerator {
    /// Jobs with all their applications, beginning behind `first`: as many as one transaction takes. Answers how many
    /// there are then.
    func addJobs(
        from first: DemoNumbers, _ counts: ApplicationCounts, _ context: DemoContext, to rows: inout DemoRows,
        _ tally: inout RollupTally
    ) -> DemoNumbers {
        var numbers = first
        while numbers.job < plan.jobs,
            numbers.application - first.application + numbers.job - first.job < Self.batch
        {
            let story = tell(
                JobSketch(numbers.job, plan: plan), firstIndex: numbers.application, count: counts.of(numbers.job),
                context)
            addJob(story, context, to: &rows)
            addConversation(of: story.job, context, &numbers, to: &rows)
            for one in story.applications {
                addApplication(one, of: story, context, &numbers, to: &rows, &tally)
            }
            numbers.application += story.applications.count
            numbers.job += 1
        }
        return numbers
    }

    /// The demo employers ask about their jobs.
    private func addConversation(
        of job: JobSketch, _ context: DemoContext, _ numbers: inout DemoNumbers, to rows: inout DemoRows
    ) {
        guard job.index < 10, let employer = context.users[DemoAccounts.email(.employer, second: job.company == 1)]
        else { return }
        var random = RandomStream(seed: plan.seed, kind: .account, index: plan.candidates + job.index)
        addConversation(with: employer, about: job, context, &random, &numbers, to: &rows)
    }

    /// Simulates the applications of one job, and from them whether it was filled.
    private func tell(_ job: JobSketch, firstIndex: Int, count: Int, _ context: DemoContext) -> JobStory {
        var random = RandomStream(seed: plan.seed, kind: .jobApplications, index: job.index)
        var story = JobStory(job: job, status: .open, filled: 0, closedAt: nil, applications: [])
        let pool = CandidatePool(job, plan: plan, random: &random)
        for number in 0..<count {
            let candidate = CandidateSketch(pool.candidate(number), plan: plan)
            var stream = RandomStream(seed: plan.seed, kind: .application, index: firstIndex + number)
            let known = max(candidate.createdAt, job.openedAt)
            let latest = plan.now.advanced(byMilliseconds: -3_600_000)
            let start = min(known.advanced(byMilliseconds: stream.dwell(days: 24)), latest)
            let path = PathSimulation(start: max(start, known), now: plan.now, random: &stream) {
                story.filled < job.openings
            }
            if path.status == .hired { story.filled += 1 }
            story.applications.append(
                ApplicationStory(candidate: candidate, index: firstIndex + number, path: path, random: stream))
        }
        conclude(&story, &random)
        return story
    }

    /// Filled jobs and most of the old ones are closed, and with them what was still going on.
    private func conclude(_ story: inout JobStory, _ random: inout RandomStream) {
        let age = story.job.openedAt.days(until: plan.now)
        if story.filled == story.job.openings {
            story.status = .filled
            story.closedAt = story.applications.filter { $0.path.status == .hired }.map(\.path.enteredAt).max()
        } else if age > 150, random.chance(0.8) {
            story.status = .closed
            story.closedAt = story.job.openedAt.advanced(byDays: random.between(100, age - 1))
        } else if story.job.index >= 10, random.chance(0.05) {
            story.status = .onHold
        }
        guard let closedAt = story.closedAt else { return }
        for index in story.applications.indices {
            story.applications[index].path.close(at: closedAt, now: plan.now)
        }
    }

    private func addJob(_ story: JobStory, _ context: DemoContext, to rows: inout DemoRows) {
        let job = story.job
        var random = job.random
        let company = CompanySketch(job.company, plan: plan)
        let pay = Int64(job.occupation.pay[job.level]) * 100_000
        // Half a thousand is as exact as advertisements are.
        let most = (pay + pay / 6) / 50_000 * 50_000
        let posted = job.openedAt.date
        let description = advertisement(job, company)
        let changed = story.closedAt ?? job.openedAt
        rows.add(
            """
            INSERT INTO job (id, created_at, updated_at, version, row_seq, row_no, company_id, owner_consultant_id,
            requisition_id, title, title_folded, description, public_description, status, employment_type, workplace,
            city, region, country_code, salary_min, salary_max, salary_currency, salary_unit, salary_public,
            experience_months, openings, openings_filled, date_posted, valid_through, opened_at, closed_at,
            confidential) VALUES (\(job.id), \(job.openedAt), \(changed), 1, \(rows.clock), \(job.index + 1),
            \(company.id), \(context.consultants[job.consultant]), \("R-" + Digits.six(job.index + 1)), \(job.title),
            \(Folding.key(job.title)), \(description), \(description), \(story.status),
            \(random.chance(0.85) ? Job.EmploymentType.fullTime : .temporary),
            \([Job.Workplace.onSite, .onSite, .hybrid, .remote][random.below(4)]), \(job.city.name),
            \(job.city.region), \(job.city.countryCode), \(pay), \(most), 'EUR', 'YEAR',
            \(random.chance(0.7)), \(job.level * 24), \(job.openings), \(story.filled), \(posted),
            \(posted.adding(days: 365)), \(job.openedAt), \(story.closedAt), \(job.index >= 10 && random.chance(0.08)))
            """)
        var states: [(Job.Status?, Job.Status, Instant)] = [(nil, .draft, job.openedAt), (.draft, .open, job.openedAt)]
        if story.status != .open {
            states.append((.open, story.status, story.closedAt ?? job.openedAt.advanced(byDays: 5)))
        }
        for (number, state) in states.enumerated() {
            let id: StatusChange.ID = random.identifier(at: state.2.advanced(byMilliseconds: Int64(number)))
            rows.add(
                """
                INSERT INTO job_status_history (id, job_id, from_status, to_status, at, actor_id, row_seq)
                VALUES (\(id), \(job.id), \(state.0), \(state.1), \(state.2),
                \(context.consultantUsers[job.consultant]), \(rows.clock))
                """)
        }
        let skills = context.skills[job.occupationIndex]
        for number in 0..<3 {
            let id: SkillRequirement.ID = random.identifier(at: job.openedAt)
            let importance: SkillRequirement.Importance = number < 2 ? .required : .preferred
            rows.add(
                """
                INSERT INTO skill_requirement (id, created_at, updated_at, version, row_seq, job_id, skill_id,
                importance, min_level, weight) VALUES (\(id), \(job.openedAt), \(job.openedAt), 1, \(rows.clock), \(job.id),
                \(skills[(job.index + number) % skills.count]), \(importance), \(job.level + 1), 1.0)
                """)
        }
    }

    private func advertisement(_ job: JobSketch, _ company: CompanySketch) -> String {
        let skills = (0..<3).map { job.occupation.skills[(job.index + $0) % job.occupation.skills.count] }
        if job.isFrench {
            return "\(company.name) recrute : \(job.title), à \(job.city.name).\n\nVous maîtrisez : "
                + skills.map(\.french).joined(separator: ", ") + ".\nPoste à pourvoir dès que possible."
        }
        return "\(company.name) is looking for a \(job.title.lowercased()) in \(job.city.name).\n\nYou know: "
            + skills.map(\.english).joined(separator: ", ") + ".\nStart as soon as possible."
    }
}

/// Decimal numbers with leading zeros.
enum Digits {
    static func six(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 6 - text.count)) + text
    }
}
