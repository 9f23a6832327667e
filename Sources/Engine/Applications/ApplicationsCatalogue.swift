extension Catalogue {
    static let applications: [any RouteOperation.Type] = [
        SubmitApplication.self,
        SourceApplication.self,
        ChangeApplicationStatus.self,
        WithdrawApplication.self,
        ShowPipeline.self,
    ]
}
