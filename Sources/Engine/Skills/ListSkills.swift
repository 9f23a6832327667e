import Domain
import Storage

/// Skills, newest first; with `q` the best matches first: the name itself, then names that begin so, then aliases
/// that begin so, then names that hold it. Skills that were merged into another are found as that one.
public struct ListSkills: RouteOperation {
    public static let contract = Contract(
        "skills.list", .get, "/skills", access: .everyone, effect: .read,
        Phrase(en: "List skills", fr: "Lister les compétences"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    public var q: Text<120>?
    public var kind: Skill.Kind?
    public var categoryID: SkillCategory.ID?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<120>? = nil, kind: Skill.Kind? = nil, categoryID: SkillCategory.ID? = nil, sortBy: SortField? = nil,
        sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.q = q
        self.kind = kind
        self.categoryID = categoryID
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<SkillView> {
        var conditions: [SQL] = ["s.deleted_at IS NULL", "s.replaced_by IS NULL"]
        if let kind { conditions.append("s.kind = \(kind)") }
        if let categoryID { conditions.append("s.category_id = \(categoryID)") }
        var listing = Listing(
            columns: SkillReading.columns, source: "skill s", conditions: conditions, orderColumn: "s.created_at",
            idColumn: "s.id", descending: sortOrder != .ascending, orderName: "created_at")
        if let q { match(Folding.key(q.value), &listing) }
        switch sortBy {
        case nil: break
        case .createdAt:
            listing.orderColumn = "s.created_at"
            listing.descending = sortOrder != .ascending
            listing.orderName = "created_at"
        case .name:
            listing.orderColumn = "s.name_folded"
            listing.descending = sortOrder == .descending
            listing.orderName = "name"
        }
        return try listing.page(call, page: page, size: pageSize, cursor: cursor, read: SkillReading.read)
    }

    private func match(_ key: String, _ listing: inout Listing) {
        let begins = LikePattern.beginning(key)
        let aliasBegins = LikePattern.containing("\n" + key)
        let contains = LikePattern.containing(key)
        listing.conditions.append(
            """
            (s.name_folded LIKE \(contains) ESCAPE '\\' OR s.aliases_folded LIKE \(aliasBegins) ESCAPE '\\')
            """)
        listing.orderColumn = """
            (CASE WHEN s.name_folded = \(key) THEN '0' WHEN s.name_folded LIKE \(begins) ESCAPE '\\' THEN '1'
            WHEN s.aliases_folded LIKE \(aliasBegins) ESCAPE '\\' THEN '2' ELSE '3' END || s.name_folded)
            """
        listing.descending = false
        listing.orderName = "match"
    }
}
