import Domain
import Intelligence
import Storage

/// Looks for what waits for the caller.
struct RecommendationDesk {
    let call: Call
    let limit: Int

    /// Days that an application may stay in a stage before it is worth a look.
    private static let patience = 14

    private func say(_ phrase: Phrase) -> String { phrase[call.principal.language] }

    /// For a candidate: offers to answer, parts of the profile that are missing, jobs that go well with it.
    func forCandidate() throws -> [Recommendation] {
        guard let id = call.principal.candidateID, var candidate = try CandidateReading.one(id, in: call) else {
            return [
                Recommendation(
                    subject: .candidate, subjectID: nil, title: "", operation: "candidates.create",
                    why: say(Phrase(en: "you have no profile yet", fr: "vous n’avez pas encore de profil")))
            ]
        }
        candidate.skills = try CandidateSkillReading.all(of: id, anonymous: false, in: call.transaction)
        var found = try offers()
        func add(_ operation: String, _ why: Phrase) {
            found.append(
                Recommendation(
                    subject: .candidate, subjectID: id.cast(), title: candidate.currentTitle ?? "",
                    operation: operation, why: say(why)))
        }
        if try CurriculumVitaeReading.one(of: id, version: nil, in: call.transaction) == nil {
            add("candidates.cv.upload", Phrase(en: "your profile has no CV", fr: "votre profil n’a pas de CV"))
        }
        if candidate.skills?.isEmpty ?? true {
            add(
                "candidates.skills.set",
                Phrase(
                    en: "jobs are found by skills, and you name none",
                    fr: "les offres se trouvent par compétences, vous n’en indiquez aucune"))
        }
        let (matches, _) = try ListCandidateMatches.matches(candidate, limit: limit, in: call)
        for match in matches where match.score >= 0.4 {
            let applied = try call.transaction.exists(
                "SELECT 1 FROM application WHERE candidate_id = \(id) AND job_id = \(match.jobID) AND deleted_at IS NULL"
            )
            guard !applied else { continue }
            let percent = Int((match.score * 100).rounded())
            found.append(
                Recommendation(
                    subject: .job, subjectID: match.jobID.cast(), title: match.title, operation: "applications.submit",
                    why: say(
                        Phrase(
                            en: "goes with your profile: \(percent) %", fr: "correspond à votre profil : \(percent) %"))
                ))
        }
        return found
    }

    /// Offers that wait for the candidate.
    private func offers() throws -> [Recommendation] {
        try call.transaction.all(
            """
            SELECT o.id, j.title FROM application a JOIN offer o ON o.application_id = a.id JOIN job j ON j.id = a.job_id
            WHERE \(ApplicationVisibility.predicate(for: call.principal)) AND a.deleted_at IS NULL
            AND o.deleted_at IS NULL AND \(OfferReading.condition(status: .sent, now: call.now)) ORDER BY o.expires_at, o.id LIMIT \(limit)
            """
        ) { columns in
            Recommendation(
                subject: .offer, subjectID: try columns.next(), title: try columns.next(), operation: "offers.respond",
                why: say(Phrase(en: "an offer waits for your answer", fr: "une proposition attend votre réponse")))
        }
    }

    /// The applications `a` that the caller has to do with: a consultant's own, whatever else it may see.
    private var applications: SQL {
        let visible: SQL = "\(ApplicationVisibility.predicate(for: call.principal)) AND a.deleted_at IS NULL"
        guard let consultant = call.principal.consultantID else { return visible }
        return "\(visible) AND a.consultant_id = \(consultant)"
    }

    /// For employers and the agency: interviews without an outcome, applications that wait, jobs that nobody finds.
    func forOffice() throws -> [Recommendation] { try interviews() + waiting() + jobs() }

    private func interviews() throws -> [Recommendation] {
        try call.transaction.all(
            """
            SELECT i.id, j.title FROM interview i JOIN application a ON a.id = i.application_id
            JOIN job j ON j.id = a.job_id WHERE \(applications) AND i.deleted_at IS NULL AND i.end_at < \(call.now)
            AND i.status IN ('scheduled', 'awaiting_feedback') ORDER BY i.end_at, i.id LIMIT \(limit)
            """
        ) { columns in
            Recommendation(
                subject: .interview, subjectID: try columns.next(), title: try columns.next(),
                operation: "interviews.update",
                why: say(
                    Phrase(
                        en: "the interview is over and has no outcome", fr: "l’entretien est passé, sans suite notée")))
        }
    }

    /// The newest of the applications that nobody moved for two weeks.
    private func waiting() throws -> [Recommendation] {
        let limitOfPatience = call.now.advanced(byDays: -Self.patience)
        return try call.transaction.all(
            """
            SELECT a.id, j.title, a.status_entered_at FROM application a JOIN job j ON j.id = a.job_id
            WHERE \(applications) AND a.status IN ('applied', 'screening', 'submitted') AND a.on_hold = 0
            AND j.status = 'open' AND a.status_entered_at < \(limitOfPatience) ORDER BY a.created_at DESC, a.id DESC LIMIT \(limit)
            """
        ) { columns in
            let id: AnyEntity.ID = try columns.next()
            let title: String = try columns.next()
            let days = try columns.next(Instant.self).days(until: call.now)
            return Recommendation(
                subject: .application, subjectID: id, title: title, operation: "applications.changeStatus",
                why: say(Phrase(en: "has waited for \(days) days", fr: "attend depuis \(days) jours")))
        }
    }

    /// Open jobs that name no skill, by which nobody can be matched to them.
    private func jobs() throws -> [Recommendation] {
        var own: SQL = "1 = 1"
        if !call.principal.isStaff { own = "j.company_id = \(call.principal.companyID)" }
        return try call.transaction.all(
            """
            SELECT j.id, j.title FROM job j WHERE j.status = 'open' AND j.deleted_at IS NULL AND \(own)
            AND NOT EXISTS (SELECT 1 FROM skill_requirement r WHERE r.job_id = j.id AND r.deleted_at IS NULL)
            ORDER BY j.created_at DESC, j.id DESC LIMIT \(limit)
            """
        ) { columns in
            Recommendation(
                subject: .job, subjectID: try columns.next(), title: try columns.next(),
                operation: "jobs.skillRequirements.add",
                why: say(Phrase(en: "names no skill to match by", fr: "ne nomme aucune compétence à rapprocher")))
        }
    }
}
