extension Catalogue {
    static let jobs: [any RouteOperation.Type] = [
        ListJobs.self,
        CreateJob.self,
        GetJob.self,
        UpdateJob.self,
        DeleteJob.self,
        PublishJob.self,
        CloseJob.self,
        ListJobApplications.self,
        DuplicateJob.self,
        ListSkillRequirements.self,
        AddSkillRequirement.self,
        UpdateSkillRequirement.self,
        DeleteSkillRequirement.self,
        BulkImportJobs.self,
    ]
}
