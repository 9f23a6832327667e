import Domain

/// One job, with the fields that the caller may see.
public struct GetJob: RouteOperation {
    public static let contract = Contract(
        "jobs.get", .get, "/jobs/{job_id}",
        access: .roles(
            anonymous: .limited, candidate: .scoped, employer: .scoped, consultant: .yes, admin: .yes),
        effect: .read, Phrase(en: "Get job details", fr: "Lire une offre d’emploi"))

    public var jobID: Job.ID

    public init(jobID: Job.ID) { self.jobID = jobID }

    public func perform(in call: Call) throws -> JobView { try JobReading.find(jobID, in: call) }
}
