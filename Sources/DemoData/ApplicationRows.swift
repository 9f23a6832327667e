import Domain
import Engine
import JSON
import Storage

extension DemoGenerator {
    /// An application with its history, and the interview and the offer that belong to the stages it reached.
    func addApplication(
        _ story: ApplicationStory, of jobStory: JobStory, _ context: DemoContext, _ numbers: inout DemoNumbers,
        to rows: inout DemoRows, _ tally: inout RollupTally
    ) {
        var random = story.random
        let job = jobStory.job
        let path = story.path
        let start = path.steps[0].at
        let id: Application.ID = random.identifier(at: start)
        let closedAt = path.status.isOpen ? nil : path.enteredAt
        let reached = path.steps.contains { $0.status >= .submitted && $0.status <= .hired }
        let visible = path.steps[0].byCandidate || reached
        let score = Double(random.between(35, 97)) / 100
        let consultant = context.consultantUsers[job.consultant]
        let reason = path.steps.last?.reason.map(context.reason)
        let onHold = path.status.isOpen && random.chance(0.03)
        let source = random.pick(context.sources)
        let steps = path.steps.lazy.map { (status: $0.status, at: $0.at) }
        let course = ApplicationCourse(steps: steps)
        tally.add(
            course, steps: steps, appliedAt: start, status: path.status, source: source,
            consultant: context.consultants[job.consultant])
        rows.add(
            """
            INSERT INTO application (id, created_at, updated_at, version, row_seq, row_no, candidate_id, job_id,
            company_id, consultant_id, status, on_hold, applied_at, status_entered_at, source_id, answers, cv_id,
            match_score, rating, rejection_reason_id, closed_at, position, client_visible, \(CourseColumn.names))
            VALUES (\(id), \(start), \(path.enteredAt), \(path.steps.count), \(rows.clock), \(story.index + 1), \(story.candidate.id), \(job.id),
            \(CompanySketch(job.company, plan: plan).id), \(context.consultants[job.consultant]), \(path.status),
            \(onHold), \(start), \(path.enteredAt), \(source), '[]', \(curriculumID(story.candidate)), \(score), \(reached ? random.between(2, 5) : nil), \(reason),
            \(closedAt), \(path.enteredAt.milliseconds), \(visible), \(CourseColumn.values(of: course)))
            """)
        var previous: Application.Status?
        for step in path.steps {
            let change: StatusChange.ID = random.identifier(at: step.at)
            rows.add(
                """
                INSERT INTO status_history (id, application_id, from_status, to_status, at, actor_id, reason_id, row_seq)
                VALUES (\(change), \(id), \(previous), \(step.status), \(step.at),
                \(step.byCandidate ? nil : consultant), \(step.reason.map(context.reason)), \(rows.clock))
                """)
            previous = step.status
        }
        addMeetings(id, story, consultant, &random, to: &rows)
        if random.chance(0.12) { addNote(id, path, consultant, &random, to: &rows) }
        addConversation(about: story, id, of: jobStory, context, &random, &numbers, to: &rows)
    }

    private func addMeetings(
        _ id: Application.ID, _ story: ApplicationStory, _ consultant: User.ID, _ random: inout RandomStream,
        to rows: inout DemoRows
    ) {
        if let step = story.path.steps.first(where: { $0.status == .interview }) {
            let day = step.at.date.adding(days: random.between(2, 7))
            let workday = day.adding(days: day.weekday > 5 ? 8 - day.weekday : 0)
            let start = workday.startOfDay.advanced(byMilliseconds: Int64(random.between(8, 15)) * 3_600_000)
            let interview: Interview.ID = random.identifier(at: step.at)
            let status: Interview.Status =
                start > plan.now ? .scheduled : story.path.status == .interview ? .awaitingFeedback : .complete
            rows.add(
                """
                INSERT INTO interview (id, created_at, updated_at, created_by, version, row_seq, application_id, round,
                kind, start_at, end_at, timezone, organizer_id, participants, status, ical_uid, ical_sequence)
                VALUES (\(interview), \(step.at), \(step.at), \(consultant), 1, \(rows.clock), \(id), 1,
                \(random.pick([Interview.Kind.phone, .video, .onsite])), \(start),
                \(start.advanced(byMilliseconds: 3_600_000)), \(story.candidate.city.timeZone), \(consultant), '[]',
                \(status), \("\(interview)@demo.example"), 0)
                """)
        }
        guard let step = story.path.steps.first(where: { $0.status == .offer }) else { return }
        let hired = story.path.status == .hired
        let ended = !story.path.status.isOpen
        let offer: Offer.ID = random.identifier(at: step.at)
        let status: Offer.Status =
            hired ? .accepted : story.path.status == .withdrawn ? .declined : ended ? .rescinded : .sent
        let pay = Int64(story.candidate.occupation.pay[story.candidate.level]) * 100_000
        rows.add(
            """
            INSERT INTO offer (id, created_at, updated_at, created_by, version, row_seq, application_id, revision,
            status, salary, currency, start_date, expires_at, sent_at, resolved_at, salary_unit) VALUES (\(offer),
            \(step.at), \(step.at), \(consultant), 1, \(rows.clock), \(id), 1, \(status), \(pay), 'EUR',
            \(step.at.date.adding(days: 45)), \(max(step.at.advanced(byDays: 14), plan.now.advanced(byDays: 7))),
            \(step.at), \(ended ? story.path.enteredAt : nil), \(SalaryUnit.year))
            """)
    }

    private func addNote(
        _ id: Application.ID, _ path: PathSimulation, _ consultant: User.ID, _ random: inout RandomStream,
        to rows: inout DemoRows
    ) {
        let texts = [
            "Called back: available in four weeks.", "Rappelé : disponible sous un mois.",
            "Good references from the last employer.", "Prétentions à vérifier avant l’entretien.",
            "Prefers two days from home.", "À revoir avec le client.",
        ]
        let note: Note.ID = random.identifier(at: path.enteredAt)
        rows.add(
            """
            INSERT INTO note (id, created_at, updated_at, created_by, version, row_seq, subject_type, subject_id,
            author_id, body, visibility, mentions) VALUES (\(note), \(path.enteredAt), \(path.enteredAt), \(consultant),
            1, \(rows.clock), 'application', \(id), \(consultant), \(random.pick(texts)), \(Note.Visibility.team), '[]')
            """)
    }
}
