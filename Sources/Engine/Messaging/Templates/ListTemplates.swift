import Domain
import Storage

/// Templates, newest first.
public struct ListTemplates: RouteOperation {
    public static let contract = Contract(
        "messaging.templates.list", .get, "/messaging/templates", access: .roles(consultant: .yes, admin: .yes),
        effect: .read, Phrase(en: "Email templates", fr: "Modèles de messages"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    /// Part of the name, without regard to case and accents.
    public var q: Text<200>?
    public var kind: Template.Kind?
    public var locale: LocaleName?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, kind: Template.Kind? = nil, locale: LocaleName? = nil, sortBy: SortField? = nil,
        sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.q = q
        self.kind = kind
        self.locale = locale
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<TemplateView> {
        var conditions: [SQL] = ["t.deleted_at IS NULL"]
        if let q { conditions.append("t.name_folded LIKE \(LikePattern.containing(Folding.key(q.value))) ESCAPE '\\'") }
        if let kind { conditions.append("t.kind = \(kind)") }
        if let locale { conditions.append("t.locale = \(locale)") }
        let byName = sortBy == .name
        return try Listing(
            columns: TemplateReading.columns, source: "template t", conditions: conditions,
            orderColumn: byName ? "t.name_folded" : "t.created_at", idColumn: "t.id",
            descending: byName ? sortOrder == .descending : sortOrder != .ascending,
            orderName: byName ? "name" : "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: TemplateReading.read)
    }
}
