extension Catalogue {
    static let administration: [any RouteOperation.Type] = [
        ListAdminUsers.self, ListAuditLog.self, VerifyAuditLog.self, ShowSettings.self, UpdateSettings.self,
        SetMaintenanceMode.self, ShowSystemStats.self, ShowPerformance.self, BackUpWorkspace.self, ListBackups.self,
    ]
}
