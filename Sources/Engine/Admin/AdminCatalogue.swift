extension Catalogue {
    static let administration: [any RouteOperation.Type] = [
        ListAuditLog.self, VerifyAuditLog.self,
    ]
}
