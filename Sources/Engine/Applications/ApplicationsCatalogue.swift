extension Catalogue {
    static let applications: [any RouteOperation.Type] = [
        ListApplications.self,
        SubmitApplication.self,
        SourceApplication.self,
        ShowPipeline.self,
        BulkUpdateApplications.self,
        BulkImportApplications.self,
        GetApplication.self,
        UpdateApplication.self,
        ChangeApplicationStatus.self,
        WithdrawApplication.self,
        ShowApplicationHistory.self,
        AddApplicationNote.self,
        ListApplicationNotes.self,
        ScheduleInterview.self,
        ListApplicationPeople.self,
        ListInterviews.self,
        UpdateInterview.self,
        MakeOffer.self,
        ListOffers.self,
        RespondToOffer.self,
    ]
}
