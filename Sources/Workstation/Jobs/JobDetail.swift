import Domain
import Engine

/// The pane beside the table of jobs: what the job is, what it asks for, and how many applicants stand in each stage;
/// who would go with it, and how it is doing. What the list already has is shown at once; sections that take reckoning
/// are read when they are opened.
public struct JobDetail: Sendable {
    /// What has to be read beside the row of the list.
    struct Record: Sendable {
        var requirements: [SkillRequirementView] = []
        var stages: [PipelineView.Stage] = []
    }

    let person: Person
    public private(set) var job: JobView?
    private(set) var record: Record?
    public private(set) var pane = Pane()
    /// The section asked for; `shownSection` where the job does not have it.
    private var section = JobSection.summary
    private var candidates = OnDemand<Job.ID, CandidateMatches>()
    private var analytics = OnDemand<Job.ID, ShowJobAnalytics.JobAnalytics>()
    private var cache: [Job.ID: Record] = [:]
    private var awaited: Job.ID?

    private static let slot = Work.Slot("job.detail")
    /// Jobs whose detail is kept.
    private static let capacity = 50

    init(person: Person) { self.person = person }

    /// The sections that this job has, in order.
    public var sections: [JobSection] { job.map { JobSection.available(to: person.role, for: $0) } ?? [.summary] }

    public var shownSection: JobSection { sections.contains(section) ? section : .summary }

    /// Shows a job, or none; answers what has to be read.
    mutating func follow(_ job: JobView?) -> [Work] {
        let isSame = job?.id == self.job?.id
        self.job = job
        if !isSame { record = nil }
        guard let job else {
            awaited = nil
            compose(keepsPlace: false)
            return []
        }
        if let kept = cache[job.id] { record = kept }
        compose(keepsPlace: isSame)
        guard cache[job.id] == nil, awaited != job.id else { return sectionReadings(job.id) }
        awaited = job.id
        return [reading(job)] + sectionReadings(job.id)
    }

    /// What the section in sight needs beside the rest.
    private mutating func sectionReadings(_ job: Job.ID) -> [Work] {
        switch shownSection {
        case .summary: return []
        case .candidates:
            guard candidates.begins(for: job) else { return [] }
            return [
                .aside(Work.Slot("job.candidates")) { session in
                    let answer = session.attempt(ListJobCandidates(jobID: job))
                    return { workstation in
                        workstation.jobs.detail.candidates.take(answer, for: job)
                        workstation.jobs.detail.show(read: .candidates)
                        return []
                    }
                }
            ]
        case .analytics:
            guard analytics.begins(for: job) else { return [] }
            return [
                .aside(Work.Slot("job.analytics")) { session in
                    let answer = session.attempt(ShowJobAnalytics(jobID: job))
                    return { workstation in
                        workstation.jobs.detail.analytics.take(answer, for: job)
                        workstation.jobs.detail.show(read: .analytics)
                        return []
                    }
                }
            ]
        }
    }

    private mutating func show(read section: JobSection) {
        if shownSection == section { compose(keepsPlace: true) }
    }

    /// Shows a section by its number among `sections`.
    mutating func show(section number: Int) -> [Work] {
        guard sections.indices.contains(number), let job else { return [] }
        section = sections[number]
        compose(keepsPlace: false)
        return sectionReadings(job.id)
    }

    /// Reads again what is shown; until then it stays.
    mutating func reload() {
        cache = [:]
        awaited = nil
        candidates.reload()
        analytics.reload()
    }

    private func reading(_ job: JobView) -> Work {
        let role = person.role
        // Who does not see a job in full knows nothing of its applicants.
        let seesApplicants = job.openApplications != nil && Catalogue.allows("applications.pipeline", role)
        return .read(Self.slot) { session in
            var record = Record()
            var problem: Problem?
            if Catalogue.allows("jobs.skillRequirements.list", role) {
                switch session.attempt(ListSkillRequirements(jobID: job.id, pageSize: PageSize(200))) {
                case .success(let page): record.requirements = page.data
                case .failure(let found): problem = found
                }
            }
            if seesApplicants {
                switch session.attempt(ShowPipeline(jobID: job.id, perStage: PageSize(1))) {
                case .success(let board): record.stages = board.stages
                case .failure(let found): problem = found
                }
            }
            let read = record
            let refusal = problem
            return { workstation in
                workstation.jobs.detail.take(read, for: job.id)
                if let refusal { workstation.tell(refusal) }
                return []
            }
        }
    }

    private mutating func take(_ record: Record, for job: Job.ID) {
        if cache.count >= Self.capacity { cache = [:] }
        cache[job] = record
        guard self.job?.id == job else { return }
        self.record = record
        compose(keepsPlace: true)
    }

    private mutating func compose(keepsPlace: Bool) {
        guard let job else { return pane.show([]) }
        let composer = JobComposer(job: job, record: record, person: person)
        let lines =
            switch shownSection {
            case .summary: composer.lines
            case .candidates: MatchLines(language: person.language).lines(candidates.answer(for: job.id))
            case .analytics: composer.analyticsLines(analytics.answer(for: job.id))
            }
        pane.show(lines, keepsPlace: keepsPlace)
    }

    /// Says how large the pane is below its head.
    public mutating func resize(width: Int, height: Int, wrap: Wrap) {
        pane.resize(width: width, height: height, wrap: wrap)
    }

    mutating func scroll(by rows: Int) { pane.wheel(by: rows) }

    /// Moves inside the pane; nil for what is not a move.
    mutating func perform(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: pane.scroll(by: steps)
        case .moveUp: pane.scroll(by: -steps)
        case .pageDown: pane.page(steps)
        case .pageUp: pane.page(-steps)
        case .goTop: pane.goTop()
        case .goBottom: pane.goBottom()
        case .sectionNext, .moveRight: return turn(by: steps)
        case .sectionPrevious, .moveLeft: return turn(by: -steps)
        default: return nil
        }
        return []
    }

    /// Goes on by sections, around from the last to the first.
    private mutating func turn(by steps: Int) -> [Work] {
        let all = sections
        guard let place = all.firstIndex(of: shownSection) else { return [] }
        return show(section: ((place + steps) % all.count + all.count) % all.count)
    }
}
