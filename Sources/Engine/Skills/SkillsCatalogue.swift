extension Catalogue {
    static let skills: [any RouteOperation.Type] = [
        ListSkills.self,
        CreateSkill.self,
        GetSkill.self,
        UpdateSkill.self,
        DeleteSkill.self,
        ListSkillCategories.self,
        CreateSkillCategory.self,
        UpdateSkillCategory.self,
        DeleteSkillCategory.self,
        ListTrendingSkills.self,
        AnalyzeSkillDemand.self,
        BulkImportSkills.self,
        ListReasons.self,
        UpdateReason.self,
        ListSources.self,
    ]
}
