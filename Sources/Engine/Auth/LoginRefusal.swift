import Domain
import JSON

/// Why somebody does not get in.
enum LoginRefusal {
    /// The same for a wrong password and for an address without an account.
    static func wrong(_ subject: FailedLogin) -> Problem {
        var problem = Problem(
            .unauthenticated,
            Phrase(
                en: "The e-mail address or the password is not right.",
                fr: "L’adresse électronique ou le mot de passe est incorrect."))
        problem.failedLogin = subject
        if case .account(let user) = subject { problem = problem.about("user", user) }
        return problem
    }

    /// Said only to those who know the password.
    static func status(_ status: User.Status, of user: User.ID) -> Problem {
        let detail =
            status == .pending
            ? Phrase(
                en: "This account is not active yet: an administrator has to accept it first.",
                fr: "Ce compte n’est pas encore actif : un administrateur doit d’abord l’accepter.")
            : Phrase(
                en: "This account has been deactivated. Ask an administrator.",
                fr: "Ce compte a été désactivé. Adressez-vous à un administrateur.")
        return Problem.notAllowed(detail).about("user", user)
    }

    /// Throws 429 while a lock holds.
    static func check(lockedUntil end: Instant?, now: Instant, account: User.ID?) throws(Problem) {
        guard let end, end > now else { return }
        let seconds = Int((end.milliseconds - now.milliseconds + 999) / 1000)
        let minutes = (seconds + 59) / 60
        let problem = Problem(
            .tooManyRequests,
            Phrase(
                en: "Too many wrong passwords. Try again in \(minutes) min.",
                fr: "Trop de mots de passe erronés. Réessayez dans \(minutes) min."),
            retryAfter: seconds)
        throw account.map { problem.about("user", $0) } ?? problem
    }
}
