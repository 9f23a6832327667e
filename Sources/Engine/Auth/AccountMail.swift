import Domain
import Storage

/// The mails that are about an account, in its language.
struct AccountMail {
    let call: Call
    let user: User.ID
    let address: EmailAddress
    let name: String
    let language: Language

    init(to user: User.ID, _ address: EmailAddress, name: String, locale: String, in call: Call) {
        self.call = call
        self.user = user
        self.address = address
        self.name = TextRules.trim(name)
        language = Language(locale: locale)
    }

    /// To the holder of an account that is there.
    init(to account: AccountView, in call: Call) {
        self.init(
            to: account.id, EmailAddress(stored: account.email), name: "\(account.firstName) \(account.lastName)",
            locale: account.locale, in: call)
    }

    private var settings: WorkspaceSettings { WorkspaceSettings(in: call.transaction) }

    /// Somebody asked for a new password: the code that lets the reader choose one.
    func passwordReset(_ token: AccountToken) throws {
        let minutes = try settings.number(.resetMinutes)
        let expiry = call.now.advanced(byMilliseconds: Int64(minutes) * 60_000)
        try token.issue(for: user, .passwordReset, until: expiry, in: call)
        try send(
            .passwordReset, Phrase(en: "Choose a new password", fr: "Choisir un nouveau mot de passe"),
            Phrase(
                en: """
                    Somebody, you most likely, asked for a new password for this address.
                    \(try way("reset-password", token, "auth.resetPassword").english)

                    It can be used once, within \(minutes) minutes. If it was not you, do nothing: nothing changes.
                    """,
                fr: """
                    Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour cette adresse.
                    \(try way("reset-password", token, "auth.resetPassword").french)

                    Utilisable une fois, dans les \(minutes) minutes. Si ce n’était pas vous, ne faites rien : rien ne change.
                    """), holdsSecret: true)
    }

    /// A new account: the code that confirms the address.
    func verification(_ token: AccountToken) throws {
        let hours = try settings.number(.verificationHours)
        let expiry = call.now.advanced(byMilliseconds: Int64(hours) * 3_600_000)
        try token.issue(for: user, .emailVerification, until: expiry, in: call)
        try send(
            .emailVerification, Phrase(en: "Confirm your address", fr: "Confirmez votre adresse"),
            Phrase(
                en: """
                    An account was made with this address. Confirm that it is yours:
                    \(try way("verify-email", token, "auth.verifyEmail").english)

                    It can be used once, within \(hours) hours. If it was not you, do nothing: the account stays closed.
                    """,
                fr: """
                    Un compte a été créé avec cette adresse. Confirmez qu’elle est bien la vôtre :
                    \(try way("verify-email", token, "auth.verifyEmail").french)

                    Utilisable une fois, dans les \(hours) heures. Si ce n’était pas vous, ne faites rien : le compte reste fermé.
                    """), holdsSecret: true)
    }

    /// Somebody tried to register with an address that has an account. Only its reader learns so.
    func alreadyRegistered() throws {
        try send(
            .accountNotice, Phrase(en: "You have an account already", fr: "Vous avez déjà un compte"),
            Phrase(
                en: """
                    Somebody, you most likely, tried to register with this address. It has an account already, and
                    nothing was changed. If you forgot the password, ask for a new one.
                    """,
                fr: """
                    Quelqu’un, sans doute vous, a voulu s’inscrire avec cette adresse. Elle a déjà un compte et rien n’a
                    été modifié. Mot de passe oublié ? Demandez-en un nouveau.
                    """))
    }

    /// An administrator made the account: the code that lets the reader choose its password.
    func invitation(_ token: AccountToken) throws {
        let days = try settings.number(.invitationDays)
        try token.issue(for: user, .invitation, until: call.now.advanced(byDays: days), in: call)
        try send(
            .invitation, Phrase(en: "Your account", fr: "Votre compte"),
            Phrase(
                en: """
                    An account was made for you. Choose its password:
                    \(try way("reset-password", token, "auth.resetPassword").english)

                    It can be used once, within \(days) days.
                    """,
                fr: """
                    Un compte a été créé pour vous. Choisissez son mot de passe :
                    \(try way("reset-password", token, "auth.resetPassword").french)

                    Utilisable une fois, dans les \(days) jours.
                    """), holdsSecret: true)
    }

    /// So that nobody's password is changed behind his back.
    func passwordChanged() throws {
        try send(
            .accountNotice, Phrase(en: "Your password was changed", fr: "Votre mot de passe a été modifié"),
            Phrase(
                en: """
                    The password of your account was changed and every session of it ended. If it was not you, ask for a
                    new password at once.
                    """,
                fr: """
                    Le mot de passe de votre compte a été modifié et toutes ses sessions sont closes. Si ce n’était pas
                    vous, demandez aussitôt un nouveau mot de passe.
                    """))
    }

    /// How the reader uses the code: a link where the agency has a site, else the operation to call.
    private func way(_ page: String, _ token: AccountToken, _ operation: String) throws -> Phrase {
        if let site = try settings.text(.webAddress) {
            let base = site.hasSuffix("/") ? String(site.dropLast()) : site
            return Phrase(en: "\(base)/\(page)?token=\(token.text)", fr: "\(base)/\(page)?token=\(token.text)")
        }
        return Phrase(
            en: "Code: \(token.text)\n(`rplus call \(operation)` asks for it.)",
            fr: "Code : \(token.text)\n(`rplus call \(operation)` le demande.)")
    }

    private func send(
        _ kind: OutboxMail.Kind, _ subject: Phrase, _ text: Phrase, holdsSecret: Bool = false
    ) throws {
        let agency = try settings.text(.agencyName) ?? ""
        let greeting = Phrase(en: "Hello \(name),", fr: "Bonjour \(name),")
        var closing = agency
        if let support = try settings.text(.supportEmail) { closing += "\n\(support)" }
        try call.sendLater(
            OutboxMail(
                kind: kind, to: address, recipientName: name, recipientID: user,
                subject: "\(agency) – \(subject[language])",
                body: "\(greeting[language])\n\n\(text[language])\n\n\(closing)\n",
                related: OutboxMail.Subject("user", user), holdsSecret: holdsSecret))
    }
}
