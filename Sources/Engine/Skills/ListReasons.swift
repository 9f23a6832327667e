import Domain
import Storage

/// The reasons that an application can end for, named in the caller's language.
public struct ListReasons: RouteOperation {
    public static let contract = Contract(
        "reasons.list", .get, "/reasons", access: .signedIn, effect: .read,
        Phrase(en: "List reasons", fr: "Lister les motifs"), isContract: false)

    public var kind: Reason.Kind?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        kind: Reason.Kind? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.kind = kind
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ReasonView> {
        let french = call.principal.language == .french
        let name: SQL = french ? "r.name_french" : "r.name"
        var conditions: [SQL] = ["r.deleted_at IS NULL"]
        if let kind { conditions.append("r.kind = \(kind)") }
        let listing = Listing(
            columns: "r.id, \(name), r.kind, r.template_id, r.version", source: "reason r", conditions: conditions,
            orderColumn: name,
            idColumn: "r.id", descending: false, orderName: french ? "name_french" : "name")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try ReasonView.read(&columns, for: call.principal)
        }
    }
}

/// Why an application ended.
public struct ReasonView: Codable, Sendable, Equatable {
    public var id: Reason.ID
    /// In the caller's language.
    public var name: String
    public var kind: Reason.Kind
    /// What a candidate who is rejected for it is told by mail. For staff.
    public var templateID: Template.ID?
    public var version: Int

    /// From identifier, name, kind, template and version.
    static func read(_ columns: inout Columns, for principal: Principal) throws -> ReasonView {
        var view = ReasonView(
            id: try columns.next(), name: try columns.next(), kind: try columns.next(),
            templateID: try columns.next(), version: try columns.next())
        if !principal.isStaff { view.templateID = nil }
        return view
    }
}
