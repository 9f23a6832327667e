import Domain
import Storage

/// Which accounts a caller sees and may change. Administrators see all of them, everybody else its own. The accounts of
/// administrators are changed by superadmins only, so that nobody takes an office that was not given.
enum UserVisibility {
    /// The condition on `user_account u` that holds for the rows that the caller may see.
    static func condition(_ principal: Principal) -> SQL {
        if principal.isAdmin { return "u.deleted_at IS NULL" }
        guard let user = principal.userID else { return "1 = 0" }
        return "u.deleted_at IS NULL AND u.id = \(user)"
    }

    static func notFound(_ id: User.ID) -> Problem {
        Problem.notFound(Phrase(en: "user \(id)", fr: "utilisateur \(id)")).about("user", id)
    }

    /// Throws 403 where the caller sees the account but is not the one to manage it.
    static func requireManager(of user: UserView, _ principal: Principal) throws {
        guard principal.isAdmin else { throw onlyAdministrators.about("user", user.id) }
        guard user.role != .admin && user.role != .superadmin || principal.role == .superadmin else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Only a superadmin changes the account of an administrator.",
                    fr: "Seul un superadministrateur modifie le compte d’un administrateur.")
            ).about("user", user.id)
        }
    }

    private static let onlyAdministrators = Problem.notAllowed(
        Phrase(
            en: "Role, status and company are changed by an administrator.",
            fr: "Le rôle, le statut et l’entreprise sont modifiés par un administrateur."))

    /// Throws 409 where the caller would shut itself out.
    static func requireAnother(_ user: User.ID, than principal: Principal) throws {
        guard user == principal.userID else { return }
        throw Problem.conflict(
            Phrase(
                en: "This is your own account. Ask another administrator.",
                fr: "C’est votre propre compte. Demandez à un autre administrateur.")
        ).about("user", user)
    }

    /// Throws 409 where the account is the last one that can do everything.
    static func requireAnotherSuperadmin(than user: UserView, in call: Call) throws {
        guard user.role == .superadmin, user.status == .active else { return }
        guard
            try !call.transaction.exists(
                """
                SELECT 1 FROM user_account WHERE role = 'superadmin' AND status = 'active' AND deleted_at IS NULL
                AND id <> \(user.id)
                """)
        else { return }
        throw Problem.conflict(
            Phrase(
                en: "This is the last active superadmin. Make another one first.",
                fr: "C’est le dernier superadministrateur actif. Désignez-en d’abord un autre.")
        ).about("user", user.id)
    }
}
