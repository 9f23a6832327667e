import Domain
import JSON

extension SettingDefinition {
    /// The name under which the workspace writes to people.
    static let agencyName = SettingDefinition(
        key: "agency.name", kind: .text(longest: 120), standard: "RecrutementPlus",
        summary: Phrase(
            en: "The agency's name, as mails show it", fr: "Nom du cabinet, tel que les courriers le montrent"))
    static let supportEmail = SettingDefinition(
        key: "agency.support_email", kind: .email, standard: nil,
        summary: Phrase(
            en: "Where people write to who need help with their account",
            fr: "Où écrire pour obtenir de l’aide au sujet d’un compte"))
    static let webAddress = SettingDefinition(
        key: "agency.web_address", kind: .webAddress, standard: nil,
        summary: Phrase(
            en: "Where the links in mails lead; without it mails carry the code alone",
            fr: "Où mènent les liens des courriers ; à défaut, ils ne portent que le code"))
    static let unsubscribeURL = SettingDefinition(
        key: "agency.unsubscribe_url", kind: .webAddress, standard: nil,
        summary: Phrase(
            en: "A page that takes ?token=… and passes it to messaging.optOut, for bulk mail",
            fr: "Page qui reçoit ?token=… et le transmet à messaging.optOut, pour les envois groupés"))
    static let defaultLocale = SettingDefinition(
        key: "accounts.default_locale", kind: .locale, standard: "en",
        summary: Phrase(
            en: "The language of a new account that names none",
            fr: "Langue d’un nouveau compte qui n’en précise pas"))
    static let defaultTimezone = SettingDefinition(
        key: "accounts.default_timezone", kind: .timezone, standard: "Europe/Paris",
        summary: Phrase(
            en: "The time zone of a new account that names none",
            fr: "Fuseau horaire d’un nouveau compte qui n’en précise pas"))
    static let registrationIsOpen = SettingDefinition(
        key: "registration.open", kind: .boolean, standard: true,
        summary: Phrase(en: "Whether people may register by themselves", fr: "Inscription libre"))
    static let invitationCode = SettingDefinition(
        key: "registration.invitation_code", kind: .secret(longest: 120), standard: nil,
        summary: Phrase(
            en: "A code that who registers has to know; none while it is not set",
            fr: "Code que doit connaître qui s’inscrit ; aucun tant qu’il n’est pas défini"))
    static let resetMinutes = SettingDefinition(
        key: "accounts.reset_minutes", kind: .integer(5...1_440), standard: 60,
        summary: Phrase(
            en: "For how many minutes a password reset can be used",
            fr: "Durée de validité d’une réinitialisation de mot de passe, en minutes"))
    static let verificationHours = SettingDefinition(
        key: "accounts.verification_hours", kind: .integer(1...720), standard: 48,
        summary: Phrase(
            en: "For how many hours an address can be confirmed",
            fr: "Durée de validité d’une confirmation d’adresse, en heures"))
    static let invitationDays = SettingDefinition(
        key: "accounts.invitation_days", kind: .integer(1...90), standard: 14,
        summary: Phrase(
            en: "For how many days an invitation can be used", fr: "Durée de validité d’une invitation, en jours"))
    static let sessionDays = SettingDefinition(
        key: "accounts.session_days", kind: .integer(1...365), standard: .integer(Int64(SessionTable.lifetimeDays)),
        summary: Phrase(
            en: "After how many days without use a session ends",
            fr: "Nombre de jours sans usage au bout duquel une session prend fin"))

    /// Every setting there is, in the order in which they are shown.
    public static let all: [SettingDefinition] = [
        agencyName, supportEmail, webAddress, unsubscribeURL, defaultLocale, defaultTimezone, registrationIsOpen,
        invitationCode, resetMinutes, verificationHours, invitationDays, sessionDays, retentionIsAutomatic,
        retentionMonths, retentionHireMonths, retentionWarningDays,
    ]

    static func named(_ key: String) -> SettingDefinition? { all.first { $0.key == key } }
}
