import Domain
import Storage

/// What became of each recipient of a bulk message, in the order in which they were named.
public struct ListBulkResults: RouteOperation {
    public static let contract = Contract(
        "messaging.bulkMessages.results", .get, "/messaging/bulk-messages/{bulk_message_id}/results",
        access: .roles(consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Results of a bulk message", fr: "Résultats d’un envoi groupé"), isContract: false)

    public var bulkMessageID: BulkMailing.ID
    public var outcome: BulkMailing.Outcome?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        bulkMessageID: BulkMailing.ID, outcome: BulkMailing.Outcome? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.bulkMessageID = bulkMessageID
        self.outcome = outcome
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<BulkRecipientView> {
        let recipients: Int? = try call.transaction.value(
            """
            SELECT b.recipients FROM bulk_mailing b WHERE b.id = \(bulkMessageID)
            AND \(BulkMailingView.predicate(for: call.principal))
            """)
        guard let recipients else {
            throw Problem.notFound(Phrase(en: "bulk message", fr: "envoi groupé")).about("bulk_message", bulkMessageID)
        }
        var conditions: [SQL] = ["r.mailing_id = \(bulkMessageID)"]
        if let outcome { conditions.append("r.outcome = \(outcome)") }
        return try Listing(
            columns: "r.candidate_id, r.outcome, r.code, o.status, o.sent_at, o.last_error",
            source: "bulk_recipient r LEFT JOIN outbox o ON o.id = r.outbox_id", conditions: conditions,
            orderColumn: "r.number", idColumn: "r.candidate_id", descending: false, orderName: "number",
            knownTotal: outcome == nil ? (recipients, true) : nil
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            BulkRecipientView(
                candidateID: try columns.next(), outcome: try columns.next(), code: try columns.next(),
                mailStatus: try columns.next(), sentAt: try columns.next(), lastError: try columns.next())
        }
    }
}
