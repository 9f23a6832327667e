import Domain
import JSON
import Storage

/// Makes an offer to the candidate of an application in `interview` or `offer`; the first one moves it to `offer`.
/// An earlier offer that is still pending is superseded.
public struct MakeOffer: RouteOperation {
    public static let contract = Contract(
        "applications.makeOffer", .post, "/applications/{application_id}/make-offer",
        access: .roles(employer: .scoped, admin: .yes), effect: .write,
        Phrase(en: "Make job offer", fr: "Faire une proposition d’embauche"), success: 201)

    public var applicationID: Application.ID
    /// Minor units (cents) of `currency` for each `salary_unit`.
    public var salary: MinorUnits
    public var currency: CurrencyCode
    /// A year unless said otherwise.
    public var salaryUnit: SalaryUnit?
    public var startDate: CalendarDate
    public var expiresAt: Instant
    public var message: Text<5_000>?
    /// Sends it at once unless `false`; then it stays a draft until `offers.respond` sends it.
    public var send: Bool?
    public var expectedFrom: Application.Status?

    public init(
        applicationID: Application.ID, salary: MinorUnits, currency: CurrencyCode, salaryUnit: SalaryUnit? = nil,
        startDate: CalendarDate, expiresAt: Instant, message: Text<5_000>? = nil, send: Bool? = nil,
        expectedFrom: Application.Status? = nil
    ) {
        self.applicationID = applicationID
        self.salary = salary
        self.currency = currency
        self.salaryUnit = salaryUnit
        self.startDate = startDate
        self.expiresAt = expiresAt
        self.message = message
        self.send = send
        self.expectedFrom = expectedFrom
    }

    public func perform(in call: Call) throws -> OfferView {
        guard expiresAt > call.now else {
            throw Problem.invalid(
                field: "expires_at", code: "out_of_range",
                Phrase(en: "must be in the future", fr: "doit être dans le futur"))
        }
        var record = try ApplicationRecord.load(applicationID, in: call)
        try TransitionGuards.check(expectedFrom: expectedFrom, record)
        let from = record.view.status
        let revision = try nextRevision(record, in: call.transaction)
        if from != .offer {
            try TransitionGuards(call: call, words: TransitionWords(), byMakeOffer: true).check(&record, to: .offer)
            _ = try record.move(to: .offer, TransitionWords(), in: call)
            call.note(
                "application", applicationID, before: ["status": .string(from.rawValue)], after: ["status": "offer"])
        }
        let id = try write(revision: revision, in: call)
        return try OfferReading.find(id, in: call)
    }

    /// One more than the last; an accepted offer has to be rescinded before another is made.
    private func nextRevision(_ record: ApplicationRecord, in transaction: any Transaction) throws -> Int {
        let last = try transaction.first(
            """
            SELECT revision, status FROM offer WHERE application_id = \(applicationID) AND deleted_at IS NULL
            ORDER BY revision DESC LIMIT 1
            """
        ) { columns in (revision: try columns.next(Int.self), status: try columns.next(Offer.Status.self)) }
        if let last, last.status == .accepted, record.view.status == .offer {
            throw Problem.conflict(
                Phrase(
                    en: "The candidate has accepted offer \(last.revision). Rescind it before making another.",
                    fr: "Le candidat a accepté l’offre \(last.revision). Annulez-la avant d’en faire une autre.")
            ).about("application", applicationID)
        }
        return (last?.revision ?? 0) + 1
    }

    private func write(revision: Int, in call: Call) throws -> Offer.ID {
        let sequence = try call.rowSequence()
        try call.transaction.execute(
            """
            UPDATE offer SET status = CASE WHEN status = 'sent' AND expires_at <= \(call.now) THEN 'expired'
            ELSE 'superseded' END, resolved_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(sequence)
            WHERE application_id = \(applicationID) AND status IN ('draft', 'pending_approval', 'approved', 'sent')
            """)
        let id = call.newID(Offer.self)
        let isSent = send ?? true
        let status = isSent ? Offer.Status.sent : .draft
        try call.transaction.execute(
            """
            INSERT INTO offer (id, created_at, updated_at, created_by, version, row_seq, application_id, revision,
            status, salary, currency, start_date, expires_at, sent_at, salary_unit, message)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(sequence), \(applicationID),
            \(revision), \(status), \(salary), \(currency), \(startDate), \(expiresAt), \(isSent ? call.now : nil),
            \((salaryUnit ?? .year).rawValue), \(message))
            """)
        var after = JSONObject()
        after["application_id"] = .string(applicationID.description)
        after["revision"] = .integer(Int64(revision))
        after["status"] = .string(status.rawValue)
        after["salary"] = .integer(salary.value)
        after["currency"] = .string(currency.value)
        call.note("offer", id, after: .object(after))
        return id
    }
}
