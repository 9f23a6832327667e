extension Catalogue {
    static let superAdministration: [any RouteOperation.Type] = [
        CreateAdminUser.self, ShowSystemHealth.self, ShowDatabaseStats.self, ShowSystemAnalytics.self, MigrateData.self,
        ResetSystem.self,
    ]
}
