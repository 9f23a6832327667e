extension Catalogue {
    static let authentication: [any RouteOperation.Type] = [
        LogIn.self, LogOut.self, ShowProfile.self, UpdateProfile.self, ChangePassword.self, RefreshSession.self,
        RegisterAccount.self, ForgotPassword.self, ResetPassword.self, VerifyEmail.self, ResendVerification.self,
    ]
}
