import Domain
import Intelligence
import Storage

/// Reads jobs and candidates as far as they count for a match, and as far as the caller sees them.
enum MatchReading {
    /// What counts of jobs that the caller may see, with what they ask for, by one query for all.
    static func profiles(_ jobs: [JobView], in call: Call) throws -> [Job.ID: JobProfile] {
        var profiles: [Job.ID: JobProfile] = [:]
        for job in jobs { profiles[job.id] = profile(job) }
        guard !jobs.isEmpty else { return [:] }
        try call.transaction.forEach(
            """
            SELECT r.job_id, r.skill_id, s.name, s.aliases, r.importance, r.min_level, r.min_years, r.weight,
            s.kind
            FROM skill_requirement r JOIN skill s ON s.id = r.skill_id
            WHERE r.job_id IN \(list: jobs.map(\.id)) AND r.deleted_at IS NULL
            ORDER BY r.weight DESC, s.name_folded
            """
        ) { row in
            var columns = Columns(row)
            let job = try columns.next(Job.ID.self)
            profiles[job]?.requirements.append(
                JobProfile.Requirement(
                    skill: try columns.next(), name: try columns.next(),
                    aliases: try StoredJSON.texts(columns.next(), []),
                    importance: try columns.next(), minLevel: try columns.next(), minYears: try columns.next(),
                    weight: try columns.next(), kind: try columns.next()))
            return true
        }
        return profiles
    }

    private static func profile(_ job: JobView) -> JobProfile {
        var profile = JobProfile(title: job.title, description: job.description)
        profile.experienceMonths = job.experienceMonths
        profile.city = job.location.city?.value
        profile.region = job.location.region?.value
        profile.countryCode = job.location.countryCode?.value
        profile.isRemote = job.workplace == .remote
        if let salary = job.baseSalary, let amount = salary.max ?? salary.min {
            profile.yearlySalary = salary.unit.yearly(amount)
            profile.currency = salary.currency.value
        }
        profile.employmentType = job.employmentType
        return profile
    }

    /// What counts of candidates that the caller may see. With `texts` also the main CV of those seen in full.
    static func profiles(
        _ candidates: [CandidateView], texts: Bool, in call: Call
    ) throws -> [Candidate.ID: CandidateProfile] {
        var profiles: [Candidate.ID: CandidateProfile] = [:]
        for candidate in candidates { profiles[candidate.id] = profile(candidate, today: call.now.date) }
        guard !candidates.isEmpty else { return [:] }
        try call.transaction.forEach(
            """
            SELECT cs.candidate_id, cs.skill_id, cs.level, cs.years, s.name FROM candidate_skill cs
            JOIN skill s ON s.id = cs.skill_id
            WHERE cs.candidate_id IN \(list: candidates.map(\.id)) AND cs.deleted_at IS NULL
            ORDER BY cs.candidate_id, s.name_folded
            """
        ) { row in
            var columns = Columns(row)
            let candidate = try columns.next(Candidate.ID.self)
            let skill = try columns.next(Skill.ID.self)
            profiles[candidate]?.skills[skill] = CandidateProfile.KnownSkill(
                level: try columns.next(), years: try columns.next())
            profiles[candidate]?.text += "\n" + (try columns.next(String.self))
            return true
        }
        let full = candidates.filter { !$0.anonymous }.map(\.id)
        guard texts, !full.isEmpty else { return profiles }
        try call.transaction.forEach(
            """
            SELECT candidate_id, content FROM cv WHERE candidate_id IN \(list: full) AND is_primary = 1
            AND deleted_at IS NULL ORDER BY candidate_id, version_no
            """
        ) { row in
            var columns = Columns(row)
            let candidate = try columns.next(Candidate.ID.self)
            let text = try columns.next(String.self)
            // Counting bytes costs nothing, and most texts have fewer of them than letters are read.
            let read = text.utf8.count > longestText ? String(text.prefix(longestText)) : text
            profiles[candidate]?.text += "\n" + read
            return true
        }
        return profiles
    }

    /// Characters of a CV that are searched for skills.
    private static let longestText = 20_000

    private static func profile(_ candidate: CandidateView, today: CalendarDate) -> CandidateProfile {
        var profile = CandidateProfile()
        profile.title = candidate.currentTitle ?? candidate.headline
        profile.text = [candidate.currentTitle, candidate.headline, candidate.summary].compactMap(\.self)
            .joined(separator: "\n")
        profile.languages = (candidate.languages ?? []).map {
            CandidateProfile.Spoken(name: $0.language.value, fluency: $0.fluency?.value)
        }
        profile.experienceMonths = candidate.experienceMonths
        profile.city = candidate.location?.city?.value
        profile.region = candidate.location?.region?.value
        profile.countryCode = candidate.location?.countryCode?.value
        profile.isWillingToRelocate = candidate.willingToRelocate ?? false
        profile.wantsRemote = candidate.remotePreference == .remote
        if let salary = candidate.desiredSalary, let amount = salary.min ?? salary.max {
            profile.yearlySalary = salary.period.yearly(amount)
            profile.currency = salary.currency.value
        }
        let notice = candidate.noticeDays
        let from = candidate.availableFrom.flatMap { date in
            CalendarDate(date.rawValue) ?? CalendarDate(year: date.year, month: date.month ?? 1, day: 1)
        }.map { max(0, $0.daysSinceEpoch - today.daysSinceEpoch) }
        profile.daysUntilAvailable = [notice, from].compactMap(\.self).max()
        profile.employmentTypes = candidate.desiredEmploymentTypes ?? []
        return profile
    }
}

extension SalaryUnit {
    /// Units of the currency a year, for an amount in minor units: 1,607 hours, 218 days, 52 weeks, 12 months.
    func yearly(_ amount: MinorUnits) -> Double {
        let times: Double =
            switch self {
            case .hour: 1607
            case .day: 218
            case .week: 52
            case .month: 12
            case .year: 1
            }
        return Double(amount.value) / 100 * times
    }
}
