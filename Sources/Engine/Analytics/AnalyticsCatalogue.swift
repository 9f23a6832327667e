extension Catalogue {
    static let analytics: [any RouteOperation.Type] = [
        ShowDashboard.self,
        AnalyseApplications.self,
        AnalyseJobs.self,
        AnalyseCandidates.self,
        AnalyseConsultants.self,
        AnalyseCompanies.self,
        ShowTrends.self,
        ShowKeyIndicators.self,
        ShowBenchmarks.self,
        ImportBenchmarks.self,
        RequestReport.self,
        ShowReport.self,
        ListReports.self,
        ExportAnalytics.self,
        ShowCandidateAnalytics.self,
        ShowJobAnalytics.self,
        ShowCompanyAnalytics.self,
        ShowConsultantAnalytics.self,
        ShowConsultantPerformance.self,
    ]
}
