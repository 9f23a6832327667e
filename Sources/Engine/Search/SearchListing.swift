import Domain
import JSON
import Storage

/// One page of what a search finds, newest first: straight from the full-text index in the order of its keys
/// (`row_no`), so that a page costs what it shows, however many rows match. Never sorted by rank.
struct SearchListing {
    /// One search and whom it is for. Several are united; no row may be in two of them.
    struct Branch {
        var query: SearchQuery
        /// Conditions on the rows that are joined, visibility among them.
        var conditions: [SQL]
        /// A query for the only keys that may match, where they are few: the index is asked for these, one by one,
        /// however many rows have the words.
        var keys: SQL?
        /// Whether every document of the index meets the conditions, so that matches are counted without their rows.
        var isWholeIndex = false
        /// Where an index has what the conditions ask for, how it is asked.
        var counting: Counting?
    }

    /// How matches are counted without reading their rows, which lie far apart.
    struct Counting {
        /// A table, and what of it is the key of a match: an index begins with it.
        var table: SQL
        var key: SQL
        var conditions: [SQL]
    }

    var collection: SearchCollection
    /// The columns, which `read` gets in this order. They may not hold the result of another branch's values.
    var columns: SQL
    /// Joins the rows to the index: for instance `JOIN candidate c ON c.row_no = `, to which the key is added.
    var join: SQL
    /// Further joins, after the key.
    var moreJoins: SQL = ""
    /// The identifier of a row, for the cursor.
    var idColumn: SQL
    var branches: [Branch]
    /// Newest first unless asked otherwise.
    var descending = true

    static let orderName = "search"

    /// Reads one page. A cursor wins over the page number. Matches are counted up to `countLimit`.
    func page<Item: Codable & Sendable>(
        _ call: Call, page: PageNumber, size: PageSize, cursor: ListCursor?, countLimit: Int = Listing.countLimit,
        read: (inout Columns) throws -> Item
    ) throws -> Page<Item> {
        var after: SQL?
        var offset = (page.value - 1) * size.value
        if let cursor {
            guard cursor.order == Self.orderName, case .integer(let key) = cursor.value else {
                throw Problem.invalid(
                    field: "cursor", code: "invalid",
                    Phrase(en: "belongs to a list in another order", fr: "appartient à une liste d’un autre ordre"))
            }
            after = descending ? "< \(key)" : "> \(key)"
            offset = 0
        }
        let direction: SQL = descending ? "DESC" : "ASC"
        let selects = branches.map { select($0, "\(idColumn), \(columns)", after, call.transaction) }
        let sql: SQL = """
            \(selects.joined(separator: " UNION ALL "))
            ORDER BY 1 \(direction) LIMIT \(size.value + 1) OFFSET \(offset)
            """
        var items: [Item] = []
        var last: ListCursor?
        var more = false
        try call.transaction.forEach(sql) { row in
            if items.count == size.value {
                more = true
                return false
            }
            var columns = Columns(row)
            last = ListCursor(
                order: Self.orderName, value: .integer(row.integer(0)), id: try Identifier<AnyEntity>.decode(row, 1))
            columns.skip(2)
            items.append(try read(&columns))
            return true
        }
        let shown = cursor == nil && !more && !(items.isEmpty && offset > 0) ? offset + items.count : nil
        let count: (total: Int, exact: Bool) =
            try shown.map { ($0, true) } ?? self.count(call.transaction, upTo: countLimit)
        return Page(
            data: items, page: page.value, pageSize: size.value, total: count.total, totalExact: count.exact,
            nextCursor: more ? last?.text : nil)
    }

    /// How many rows match, counted no further than `limit`.
    func count(_ transaction: any Transaction, upTo limit: Int) throws -> (total: Int, exact: Bool) {
        let selects = branches.map { branch -> SQL in
            let match = EngineSearch.match(branch.query, in: collection, transaction)
            if branch.isWholeIndex { return "SELECT \(match.key), 1 FROM \(match.table) WHERE \(match.condition)" }
            guard let counting = branch.counting else { return select(branch, "1", nil, transaction) }
            // Otherwise SQLite begins at the table, and asks the search for each of its rows.
            return """
                SELECT \(match.key), 1 FROM \(match.table) CROSS JOIN \(counting.table) WHERE \(match.condition)
                AND \(counting.key) = \(match.key) AND \(counting.conditions.allOf())
                """
        }
        let counted: Int =
            try transaction.value(
                """
                SELECT COUNT(*) FROM (\(selects.joined(separator: " UNION ALL ")) LIMIT \(limit + 1)) AS counted
                """) ?? 0
        return counted > limit ? (limit, false) : (counted, true)
    }

    /// The keys of the rows that match, in no order; `nil` where there are more than `limit`.
    func keys(_ transaction: any Transaction, upTo limit: Int) throws -> [Int64]? {
        let selects = branches.map { select($0, "1", nil, transaction) }
        let keys: [Int64] = try transaction.column(
            "\(selects.joined(separator: " UNION ALL ")) LIMIT \(limit + 1)")
        return keys.count > limit ? nil : keys
    }

    private func select(_ branch: Branch, _ columns: SQL, _ after: SQL?, _ transaction: any Transaction) -> SQL {
        let match = EngineSearch.match(branch.query, in: collection, transaction)
        var conditions = [match.condition] + branch.conditions
        if let keys = branch.keys { conditions.append("\(match.key) IN (\(keys))") }
        if let after { conditions.append("\(match.key) \(after)") }
        return """
            SELECT \(match.key), \(columns) FROM \(match.table) \(join)\(match.key) \(moreJoins)
            WHERE \(conditions.allOf())
            """
    }
}
