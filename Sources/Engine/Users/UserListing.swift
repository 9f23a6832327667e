import Domain
import Storage

/// A list of accounts: by a column, or those that a search finds, straight from the index.
struct UserListing {
    /// Over `UserReading.source`.
    let columns: SQL
    let filter: UserFilter
    /// Conditions beside the filter's, visibility among them.
    let conditions: [SQL]
    /// More conditions, which few may meet: then they are where the list begins.
    var rare: [SQL] = []
    let sortBy: UserSortField?
    let sortOrder: SortOrder?

    func page<Item: Codable & Sendable>(
        _ call: Call, page: PageNumber, size: PageSize, cursor: ListCursor?, read: (inout Columns) throws -> Item
    ) throws -> Page<Item> {
        guard let query = try filter.query() else {
            return try listed([], nil, call, page: page, size: size, cursor: cursor, read: read)
        }
        let search = SearchListing(
            collection: EngineSchema.userSearch, columns: columns, join: "JOIN user_account u ON u.row_no = ",
            moreJoins: UserReading.joins, idColumn: "u.id",
            branches: [SearchListing.Branch(query: query, conditions: conditions + rare + filter.conditions)],
            descending: sortOrder != .ascending)
        guard let sortBy, sortBy != .createdAt else {
            return try search.page(call, page: page, size: size, cursor: cursor, read: read)
        }
        // Few matches are sorted; among many, the accounts are walked in order and each is looked up in the index.
        let count = try search.count(call.transaction, upTo: Listing.countLimit)
        let match = call.transaction.search.match(query, in: EngineSchema.userSearch)
        let found: SQL =
            !count.exact
            ? "EXISTS (SELECT 1 FROM \(match.table) WHERE \(match.condition) AND \(match.key) = u.row_no)"
            : "u.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
        return try listed([found], count, call, page: page, size: size, cursor: cursor, read: read)
    }

    private func listed<Item: Codable & Sendable>(
        _ further: [SQL], _ count: (total: Int, exact: Bool)?, _ call: Call, page: PageNumber, size: PageSize,
        cursor: ListCursor?, read: (inout Columns) throws -> Item
    ) throws -> Page<Item> {
        let order = sortBy ?? .createdAt
        let isOrdered = order == .createdAt
        return try Listing(
            columns: columns, source: UserReading.source,
            conditions: conditions + further + (isOrdered ? filter.conditions : []),
            filters: rare + (isOrdered ? [] : filter.conditions), orderColumn: order.column, idColumn: "u.id",
            descending: order.descends(sortOrder), orderName: order.rawValue,
            knownTotal: count
        ).page(call, page: page, size: size, cursor: cursor, read: read)
    }
}
