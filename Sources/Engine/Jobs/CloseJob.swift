import Domain
import Storage

/// Takes a job off the market. Applications that are still going on stay as they are; `open_applications` of the
/// answer says how many there are.
public struct CloseJob: RouteOperation {
    public static let contract = Contract(
        "jobs.close", .post, "/jobs/{job_id}/close", access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Close job", fr: "Clore une offre d’emploi"))

    public var jobID: Job.ID
    public var reason: Text<500>?
    public var expectedVersion: Int?

    public init(jobID: Job.ID, reason: Text<500>? = nil, expectedVersion: Int? = nil) {
        self.jobID = jobID
        self.reason = reason
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> JobView {
        let before = try JobReading.findInFull(jobID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "job", jobID)
        try JobPath.check(.close, from: before.status)
        var job = before
        job.status = .closed
        job.closedAt = call.now
        job.closeReason = reason?.value
        return try JobChange.write(job, from: before, in: call)
    }
}
