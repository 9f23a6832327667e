extension Catalogue {
    static let authentication: [any RouteOperation.Type] = [
        LogIn.self, LogOut.self, ShowProfile.self, UpdateProfile.self, ChangePassword.self,
    ]
}
