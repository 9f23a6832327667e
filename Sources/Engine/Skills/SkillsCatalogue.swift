extension Catalogue {
    static let skills: [any RouteOperation.Type] = [
        ListSkills.self,
        GetSkill.self,
        ListReasons.self,
        UpdateReason.self,
        ListSources.self,
    ]
}
