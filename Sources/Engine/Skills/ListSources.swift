import Domain
import Storage

/// Where candidates and applications can come from.
public struct ListSources: RouteOperation {
    public static let contract = Contract(
        "sources.list", .get, "/sources", access: .signedIn, effect: .read,
        Phrase(en: "List sources", fr: "Lister les sources"), isContract: false)

    public var kind: Source.Kind?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        kind: Source.Kind? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.kind = kind
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<SourceView> {
        var conditions: [SQL] = ["s.deleted_at IS NULL"]
        if let kind { conditions.append("s.kind = \(kind)") }
        let listing = Listing(
            columns: "s.id, s.name, s.kind", source: "source s", conditions: conditions, orderColumn: "s.name_folded",
            idColumn: "s.id", descending: false, orderName: "name")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            SourceView(id: try columns.next(), name: try columns.next(), kind: try columns.next())
        }
    }
}

/// Where somebody came from.
public struct SourceView: Codable, Sendable, Equatable {
    public var id: Source.ID
    public var name: String
    public var kind: Source.Kind
}
