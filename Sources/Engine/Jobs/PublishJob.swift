import Domain
import JSON
import Storage

/// Opens a job to applications: a draft, one on hold, a closed one again, or a filled one that has got more openings.
public struct PublishJob: RouteOperation {
    public static let contract = Contract(
        "jobs.publish", .post, "/jobs/{job_id}/publish", access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Publish job", fr: "Publier une offre d’emploi"))

    public var jobID: Job.ID
    public var expectedVersion: Int?

    public init(jobID: Job.ID, expectedVersion: Int? = nil) {
        self.jobID = jobID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> JobView {
        let before = try JobReading.findInFull(jobID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "job", jobID)
        try JobPath.check(.publish, from: before.status)
        try checkReady(before, today: call.now.date)
        var job = before
        job.status = .open
        job.datePosted = call.now.date
        // A pause does not begin the job anew: the time on hold is taken off when the time to fill is reckoned.
        if before.status != .onHold || job.openedAt == nil { job.openedAt = call.now }
        job.closedAt = nil
        job.closeReason = nil
        return try JobChange.write(job, from: before, in: call)
    }

    private func checkReady(_ job: JobView, today: CalendarDate) throws {
        try JobRules.checkComplete(job)
        if let until = job.validThrough, until < today {
            throw Problem.conflict(
                Phrase(
                    en: "The job was valid through \(until), which is past. Change valid_through first.",
                    fr: "Le poste était valable jusqu’au \(until), date passée. Modifiez d’abord valid_through."))
        }
        if let openings = job.openings, let filled = job.openingsFilled, filled >= openings {
            throw Problem.conflict(
                Phrase(
                    en: "All \(openings) openings are filled. Raise the number of openings first.",
                    fr: "Tous les postes ouverts (\(openings)) sont pourvus. Augmentez d’abord leur nombre."))
        }
    }
}
