import Domain
import JSON
import Storage

/// What it means that somebody reads the mail of an account's address.
enum AccountConfirmation {
    /// Confirms the address. A candidate's account that waited for that opens; an employer's goes on waiting for an
    /// administrator, who is told. Does nothing where the address was confirmed before.
    static func confirm(_ user: User.ID, in call: Call) throws {
        let account = try AccountReading.one(user, in: call.transaction)
        guard account.emailVerifiedAt == nil else { return }
        let status = account.role == .candidate && account.status == .pending ? User.Status.active : account.status
        try call.transaction.execute(
            """
            UPDATE user_account SET email_verified_at = \(call.now), status = \(status), updated_at = \(call.now),
            version = version + 1, row_seq = \(call.rowSequence()) WHERE id = \(user)
            """)
        try AccountToken.withdraw(from: user, .emailVerification, in: call)
        if account.role == .employer, account.status == .pending { try tellAdministrators(account, in: call) }
    }

    private static func tellAdministrators(_ account: AccountView, in call: Call) throws {
        let company: String?? = try call.transaction.value(
            "SELECT requested_company FROM user_account WHERE id = \(account.id)")
        let name = "\(account.firstName) \(account.lastName) <\(account.email)>"
        try NewNotification(
            audience: .admin, level: .info, title: "Employer waiting / Employeur en attente",
            body: "\(name) – \((company ?? nil) ?? "?")", link: "users/\(account.id)"
        ).insert(in: call)
    }
}
