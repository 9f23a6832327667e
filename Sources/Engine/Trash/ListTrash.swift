import Domain
import JSON
import Storage

/// What was deleted and can be put back, the last deleted first.
public struct ListTrash: RouteOperation {
    public static let contract = Contract(
        "trash.list", .get, "/trash", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "List the trash", fr: "Lister la corbeille"), isContract: false)

    /// One kind only, such as `candidate`.
    public var type: Text<60>?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        type: Text<60>? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.type = type
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<TrashEntry> {
        let kinds = try type.map { [try Self.kind($0.value)] } ?? TrashKind.all
        let found = try Listing(
            columns: "t.table_name, t.row_id, t.deleted_at", source: "tombstone t",
            conditions: ["t.table_name IN \(list: kinds.map(\.table))"], orderColumn: "t.deleted_at",
            idColumn: "t.row_id", descending: true, orderName: "deleted_at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            let table: String = try columns.next()
            return TrashEntry(
                type: TrashKind.of(table: table)?.name ?? table, id: try columns.next(), title: "",
                deletedAt: try columns.next())
        }
        return Page(
            data: try found.data.map { try described($0, in: call) }, page: found.page, pageSize: found.pageSize,
            total: found.total, totalExact: found.totalExact ?? true, nextCursor: found.nextCursor)
    }

    /// At most a page of them is looked up.
    private func described(_ entry: TrashEntry, in call: Call) throws -> TrashEntry {
        guard let kind = TrashKind.named(entry.type) else { return entry }
        var entry = entry
        entry.title =
            try call.transaction.value(
                "SELECT \(kind.title) FROM \(SQL(trusted: kind.table)) r WHERE r.id = \(entry.id)") ?? ""
        let actor: User.ID?? = try call.transaction.value(
            """
            SELECT l.actor_id FROM audit_log l WHERE l.target_id = \(entry.id) AND l.at <= \(entry.deletedAt)
            AND l.outcome < 400 ORDER BY l.at DESC, l.seq DESC LIMIT 1
            """)
        entry.deletedBy = actor ?? nil
        return entry
    }

    static func kind(_ name: String) throws -> TrashKind {
        if let kind = TrashKind.named(name) { return kind }
        let known = TrashKind.all.map(\.name).joined(separator: ", ")
        throw Problem.invalid(
            field: "type", code: "unknown",
            Phrase(en: "must be one of \(known)", fr: "doit être l’un de \(known)"))
    }
}
