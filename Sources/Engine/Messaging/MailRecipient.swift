import Domain
import Storage

/// A candidate as somebody whom a mail may go to.
struct MailRecipient {
    var candidateID: Candidate.ID
    var userID: User.ID?
    var firstName: String
    var lastName: String
    var currentTitle: String?
    /// The first address of the profile, or the account's.
    var address: EmailAddress?
    var status: Candidate.Status
    var canEmail: Bool
    var consentGivenAt: Instant?
    var consentExpiresAt: Instant?
    var anonymizedAt: Instant?

    /// Over `candidate c` and its account `u`.
    static let columns: SQL = """
        c.id, c.user_id, c.first_name, c.last_name, c.current_title, c.emails, u.email, c.status, c.can_email,
        c.consent_given_at, c.consent_expires_at, c.anonymized_at
        """
    static let source: SQL = "candidate c LEFT JOIN user_account u ON u.id = c.user_id AND u.deleted_at IS NULL"

    static func read(_ columns: inout Columns) throws -> MailRecipient {
        let id: Candidate.ID = try columns.next()
        let user: User.ID? = try columns.next()
        let names = (first: try columns.next(String.self), last: try columns.next(String.self))
        let title: String? = try columns.next()
        let profile = try StoredJSON.texts(try columns.next(), ["value"]).first
        let account: String? = try columns.next()
        return MailRecipient(
            candidateID: id, userID: user, firstName: names.first, lastName: names.last, currentTitle: title,
            address: (profile ?? account).map(EmailAddress.init(stored:)), status: try columns.next(),
            canEmail: try columns.next(), consentGivenAt: try columns.next(), consentExpiresAt: try columns.next(),
            anonymizedAt: try columns.next())
    }

    /// Why no mail goes to this person.
    enum Refusal: String {
        case doNotContact = "do_not_contact"
        case optedOut = "opted_out"
        case noConsent = "no_consent"
        case consentExpired = "consent_expired"
        case anonymized
        case noAddress = "no_address"

        /// Whether it is the person's or the law's will; otherwise something is missing.
        var isWanted: Bool { self != .noAddress }
    }

    /// What keeps any mail away: also an answer to this person's own application.
    var refusal: Refusal? {
        if anonymizedAt != nil { return .anonymized }
        if status == .doNotContact { return .doNotContact }
        if !canEmail { return .optedOut }
        return address == nil ? .noAddress : nil
    }

    /// What keeps mail away that the person did not ask for: it needs a consent in force.
    func refusalOfBulk(at now: Instant) -> Refusal? {
        if let refusal, refusal.isWanted { return refusal }
        guard consentGivenAt != nil else { return .noConsent }
        if let consentExpiresAt, consentExpiresAt <= now { return .consentExpired }
        return refusal
    }

    var values: TemplateValues {
        var values = TemplateValues()
        values.setRecipient(first: firstName, last: lastName, title: currentTitle)
        return values
    }

    var fullName: String { ApplicationReading.fullName(firstName, lastName) }
}
