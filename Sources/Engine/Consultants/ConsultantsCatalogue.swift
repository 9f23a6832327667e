extension Catalogue {
    static let consultants: [any RouteOperation.Type] = [
        ListConsultants.self,
        CreateConsultant.self,
        GetConsultant.self,
        UpdateConsultant.self,
        DeleteConsultant.self,
        ListConsultantClients.self,
        ListConsultantCandidates.self,
        AssignCandidate.self,
        UnassignCandidate.self,
        GetTargets.self,
        UpdateTargets.self,
    ]
}
