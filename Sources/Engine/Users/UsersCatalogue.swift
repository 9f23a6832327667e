extension Catalogue {
    static let users: [any RouteOperation.Type] = [
        ListUsers.self, GetUser.self, CreateUser.self, UpdateUser.self, DeleteUser.self, ActivateUser.self,
        DeactivateUser.self, ListUserActivity.self, BulkImportUsers.self,
    ]
}
