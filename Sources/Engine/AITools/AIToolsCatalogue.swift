extension Catalogue {
    static let aiTools: [any RouteOperation.Type] = [
        AnalyseCurriculum.self,
        MatchCandidatesToJob.self,
        ScoreCandidate.self,
        SuggestInterviewQuestions.self,
        WriteEmail.self,
        ListRecommendations.self,
        ExtractSkills.self,
        ReviewJobDescription.self,
        BenchmarkSalary.self,
        ListCandidateMatches.self,
        ListJobCandidates.self,
    ]
}
