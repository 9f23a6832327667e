import Domain
import Storage

/// How an offer is read. One that was sent and whose time is over counts as expired from that moment on, whether or
/// not the row says so yet. A candidate sees only offers that were sent.
enum OfferReading {
    static let columns: SQL = """
        o.id, o.application_id, o.revision, o.status, o.salary, o.currency, o.salary_unit, o.start_date, o.expires_at,
        o.sent_at, o.resolved_at, o.decline_reason_id, o.message, o.created_at, o.version, c.first_name, c.last_name,
        c.current_title, j.title
        """
    static let source: SQL = """
        offer o LEFT JOIN application a ON a.id = o.application_id LEFT JOIN candidate c ON c.id = a.candidate_id
        LEFT JOIN job j ON j.id = a.job_id
        """

    /// The condition on `offer o` of `application a`.
    static func predicate(for principal: Principal) -> SQL {
        let visible: SQL = """
            o.deleted_at IS NULL AND \(ApplicationVisibility.predicate(for: principal, ofApplication: "o.application_id"))
            """
        return principal.role == .candidate ? "\(visible) AND o.sent_at IS NOT NULL" : visible
    }

    /// All columns for a caller, in the order of `read`.
    static func columns(for principal: Principal) -> SQL {
        columns + ", " + ApplicationVisibility.nameColumn(for: principal)
    }

    static func read(_ columns: inout Columns, for principal: Principal, now: Instant) throws -> OfferView {
        var view = OfferView(
            id: try columns.next(), applicationID: try columns.next(), revision: try columns.next(),
            status: try columns.next(), salary: try columns.next(), currency: try columns.next(),
            salaryUnit: try columns.next(), startDate: try columns.next(), expiresAt: try columns.next(),
            sentAt: try columns.next(), resolvedAt: try columns.next(), declineReasonID: try columns.next(),
            message: try columns.next(), createdAt: try columns.next(), version: try columns.next(),
            candidateName: ApplicationReading.fullName(try columns.next(), try columns.next()), jobTitle: "")
        let title: String? = try columns.next()
        view.jobTitle = try columns.next()
        if try !columns.next(Bool.self) {
            view.candidateName = ApplicationVisibility.anonymousName(title: title, for: principal)
        }
        if view.status == .sent, view.expiresAt <= now {
            view.status = .expired
            view.resolvedAt = view.expiresAt
        }
        return view
    }

    static func find(_ id: Offer.ID, in call: Call) throws -> OfferView {
        let found = try call.transaction.first(
            """
            SELECT \(columns(for: call.principal)) FROM \(source)
            WHERE o.id = \(id) AND \(predicate(for: call.principal))
            """
        ) { columns in try read(&columns, for: call.principal, now: call.now) }
        guard let found else {
            throw Problem.notFound(Phrase(en: "offer", fr: "offre")).about("offer", id)
        }
        return found
    }

    /// The condition that an offer is in that state now.
    static func condition(status: Offer.Status, now: Instant) -> SQL {
        switch status {
        case .sent: "o.status = 'sent' AND o.expires_at > \(now)"
        case .expired: "(o.status IN ('expired', 'sent') AND (o.status = 'expired' OR o.expires_at <= \(now)))"
        default: "o.status = \(status)"
        }
    }
}
