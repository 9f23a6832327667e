import Domain
import Storage

/// Whose record has been kept long enough, or will have been before the time for a warning has run out, the earliest
/// first. `total` is exact up to 10,000.
public struct ListRetention: RouteOperation {
    public static let contract = Contract(
        "admin.privacy.retention", .get, "/admin/privacy/retention", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Records that are due", fr: "Fiches arrivées à échéance"), isContract: false)

    public struct Row: Codable, Sendable, Equatable {
        public var candidateID: Candidate.ID
        public var name: String
        /// When something was last heard of the person.
        public var lastActivityAt: Instant
        public var dueAt: Instant
        public var warnedAt: Instant?
        /// When it is anonymised, once it was warned and nothing is heard.
        public var anonymisedAt: Instant?
        public var step: RetentionStep
    }

    /// Days to look ahead; the time for a warning where nothing is said.
    public var withinDays: Bounded<0, 3650>?
    public var page: PageNumber
    public var pageSize: PageSize

    public init(
        withinDays: Bounded<0, 3650>? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput
    ) {
        self.withinDays = withinDays
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<Row> {
        let retention = try Retention(in: call.transaction, now: call.now)
        let end =
            withinDays.map { call.now.advanced(byMilliseconds: Int64($0.value) * 86_400_000) } ?? retention.warningEnd
        let found = try retention.due(
            until: end, limit: pageSize.value, offset: (page.value - 1) * pageSize.value, in: call.transaction)
        let names = try call.transaction.all(
            "SELECT id, first_name, last_name FROM candidate WHERE id IN \(list: found.map(\.id))"
        ) { (try $0.next(Candidate.ID.self), ApplicationReading.fullName(try $0.next(), try $0.next())) }
        let known = Dictionary(names, uniquingKeysWith: { first, _ in first })
        let count = try retention.count(until: end, in: call.transaction)
        return Page(
            data: found.map { due in
                Row(
                    candidateID: due.id, name: known[due.id] ?? "", lastActivityAt: due.lastActivity, dueAt: due.dueAt,
                    warnedAt: due.warnedAt, anonymisedAt: retention.anonymisedAt(due), step: retention.step(due))
            }, page: page.value, pageSize: pageSize.value, total: count.total, totalExact: count.exact, nextCursor: nil)
    }
}
