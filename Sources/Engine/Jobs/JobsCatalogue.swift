extension Catalogue {
    static let jobs: [any RouteOperation.Type] = [
        ListJobs.self,
        CreateJob.self,
        GetJob.self,
        PublishJob.self,
        CloseJob.self,
        DuplicateJob.self,
    ]
}
