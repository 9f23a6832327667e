import Domain
import JSON
import Storage

/// Reads pages of the audit log, newest first and ties by number. Each filter alone has an index in this very order, so
/// a page costs the same in a log of a thousand entries and of a million.
struct AuditListing {
    var conditions: [SQL]

    private static let order = "at"

    func page(_ call: Call, page: PageNumber, size: PageSize, cursor: ListCursor?) throws -> Page<AuditEntryView> {
        var restrictions = conditions
        var offset = (page.value - 1) * size.value
        if let cursor {
            guard cursor.order == Self.order, case .integer(let at) = cursor.value else { throw Self.foreignCursor }
            restrictions.append("(l.at, l.seq) < (\(at), \(Int64(truncatingIfNeeded: cursor.id.low)))")
            offset = 0
        }
        var entries: [AuditEntryView] = []
        try call.transaction.forEach(
            """
            SELECT l.seq, l.at, l.actor_id, l.actor_role, l.origin, l.request_id, l.operation_id, l.target_type,
            l.target_id, l.outcome, l.before, l.after, l.salt IS NULL, l.hash, l.previous_hash, u.first_name,
            u.last_name, u.email
            FROM audit_log l LEFT JOIN user_account u ON u.id = l.actor_id WHERE \(restrictions.allOf())
            ORDER BY l.at DESC, l.seq DESC LIMIT \(size.value + 1) OFFSET \(offset)
            """
        ) { row in
            var columns = Columns(row)
            entries.append(try Self.read(&columns))
            return true
        }
        let more = entries.count > size.value
        if more { entries.removeLast() }
        // A page beyond the end shows nothing, so it has counted nothing either.
        let beyond = entries.isEmpty && offset > 0
        let count = try total(call, shown: cursor == nil && !beyond ? offset + entries.count : nil, more: more)
        let next = entries.last.map {
            ListCursor(
                order: Self.order, value: .integer($0.at.milliseconds),
                id: AnyEntity.ID(high: 0, low: UInt64(bitPattern: $0.sequence))
            ).text
        }
        return Page(
            data: entries, page: page.value, pageSize: size.value, total: count.total, totalExact: count.exact,
            nextCursor: more ? next : nil)
    }

    private static func read(_ columns: inout Columns) throws -> AuditEntryView {
        var view = AuditEntryView(
            sequence: try columns.next(), at: try columns.next(), actorID: try columns.next(),
            actorRole: try columns.next(), origin: try columns.next(), requestID: try columns.next(),
            operationID: try columns.next(), targetType: Self.absent(try columns.next()),
            targetID: try columns.next(), outcome: try columns.next(), before: Self.payload(try columns.next()),
            after: Self.payload(try columns.next()), isErased: try columns.next(),
            hash: Digest.hexadecimal(try columns.next([UInt8].self)),
            previousHash: Digest.hexadecimal(try columns.next([UInt8].self)))
        if let first: String = try columns.next(), let last: String = try columns.next() {
            view.actorName = TextRules.trim(first + " " + last)
        }
        view.actorEmail = try columns.next()
        return view
    }

    private static func absent(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// Text that is no JSON (somebody altered it) is shown as it is.
    private static func payload(_ text: String?) -> JSONValue? {
        text.map { (try? JSONValue(parsing: Array($0.utf8))) ?? .string($0) }
    }

    /// Without a filter the head of the chain knows the number.
    private func total(_ call: Call, shown: Int?, more: Bool) throws -> (total: Int, exact: Bool) {
        if let shown, !more, shown > 0 { return (shown, true) }
        if conditions.isEmpty {
            return (try call.transaction.value("SELECT seq FROM audit_head WHERE id = 1") ?? 0, true)
        }
        let counted: Int =
            try call.transaction.value(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM audit_log l WHERE \(conditions.allOf())
                LIMIT \(Listing.countLimit + 1)) AS counted
                """) ?? 0
        return counted > Listing.countLimit ? (Listing.countLimit, false) : (counted, true)
    }

    private static let foreignCursor = Problem.invalid(
        field: "cursor", code: "invalid",
        Phrase(en: "belongs to another list", fr: "appartient à une autre liste"))
}
