extension Catalogue {
    static let candidates: [any RouteOperation.Type] = [
        ListCandidates.self,
        CreateCandidate.self,
        GetCandidate.self,
        UpdateCandidate.self,
        DeleteCandidate.self,
        GetCurriculumVitae.self,
        UploadCurriculumVitae.self,
        SetCandidateSkills.self,
        ListCandidateSkills.self,
        ListEducation.self,
        AddEducation.self,
        UpdateEducation.self,
        DeleteEducation.self,
        ListExperience.self,
        AddExperience.self,
        UpdateExperience.self,
        DeleteExperience.self,
        ListCandidateApplications.self,
        BulkImportCandidates.self,
    ]
}
