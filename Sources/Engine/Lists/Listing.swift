import Domain
import JSON
import Storage

/// One list of an API: what is selected from where, what the caller may see, and in which order.
/// See docs/decisions/0181-lists-walk-or-sort.md and 0203-lists-in-parts.md.
struct Listing {
    /// The columns, which `read` gets in this order.
    var columns: SQL
    /// Tables and joins.
    var source: SQL
    /// Tables from which the rows of a page are chosen, where that begins elsewhere than `source`. What `source` shows
    /// is read of the rows of the page alone.
    var origin: SQL?
    /// Conditions, visibility among them.
    var conditions: [SQL]
    /// Where a row is listed for one of several reasons, the conditions of each; no row meets those of two. Each part
    /// is read by an index of its own as far as the page goes, where `OR` would have all rows looked at.
    var parts: [[SQL]] = []
    /// More conditions, whose indexes do not have the order of the list. Few rows are found by them and sorted; many
    /// are met soon enough on a walk in the list's order, so then they are hidden from the planner, which cannot know
    /// how many there are.
    var filters: [SQL] = []
    /// How the rows are found that meet the filters, where that is known without counting.
    var way: Way?
    /// The column that orders. It must never be NULL (`COALESCE` it).
    var orderColumn: SQL
    /// The identifier column that breaks ties.
    var idColumn: SQL
    var descending: Bool
    /// Names the order inside cursors, so that a cursor of another order is refused.
    var orderName: String
    /// How many rows there are, and whether exactly, where that is known without counting.
    var knownTotal: (total: Int, exact: Bool)?

    enum Way {
        /// All rows are found and sorted. There may be no more than `few`.
        case sort
        /// The rows are met on a walk in the order of the list.
        case walk
    }

    /// Beyond this many rows a list says “at least”.
    static let countLimit = 10_000
    /// With so many rows among a million, sorting them takes about as long as walking until a page is full.
    static let few = 6_000

    /// Reads one page. A cursor wins over the page number.
    func page<Item: Codable & Sendable>(
        _ call: Call, page: PageNumber, size: PageSize, cursor: ListCursor?, read: (inout Columns) throws -> Item
    ) throws -> Page<Item> {
        let known = filters.isEmpty || way != nil ? knownTotal : try knownTotal ?? counted(call)
        let way = filters.isEmpty ? self.way : self.way ?? ((known?.total ?? 0) > Self.few ? .walk : .sort)
        var restrictions = conditions + shown(filters, by: way)
        var offset = (page.value - 1) * size.value
        if let cursor {
            guard cursor.order == orderName else {
                throw Problem.invalid(
                    field: "cursor", code: "invalid",
                    Phrase(en: "belongs to a list in another order", fr: "appartient à une liste d’un autre ordre"))
            }
            restrictions.append(
                descending
                    ? "(\(orderColumn), \(idColumn)) < (\(cursor.value), \(cursor.id))"
                    : "(\(orderColumn), \(idColumn)) > (\(cursor.value), \(cursor.id))")
            offset = 0
        }
        var items: [Item] = []
        var last: ListCursor?
        var more = false
        try call.transaction.forEach(select(restrictions, way, limit: size.value + 1, offset: offset)) { row in
            if items.count == size.value {
                more = true
                return false
            }
            var columns = Columns(row)
            last = ListCursor(order: orderName, value: row.value(0), id: try Identifier<AnyEntity>.decode(row, 1))
            columns.skip(2)
            items.append(try read(&columns))
            return true
        }
        // A page beyond the end shows nothing, so it has counted nothing either.
        let beyond = items.isEmpty && offset > 0
        let count = try known ?? total(call, shown: cursor == nil && !beyond ? offset + items.count : nil, more: more)
        return Page(
            data: items, page: page.value, pageSize: size.value, total: count.total, totalExact: count.exact,
            nextCursor: more ? last?.text : nil)
    }

    /// Conditions as the planner may see them: on a walk it looks for them in no index.
    private func shown(_ filters: [SQL], by way: Way?) -> [SQL] {
        way == .walk ? filters.map { "((\($0)) IS TRUE)" } : filters
    }

    private func select(_ restrictions: [SQL], _ way: Way?, limit: Int, offset: Int) -> SQL {
        let direction: SQL = descending ? "DESC" : "ASC"
        guard origin != nil || parts.count > 1 || way == .sort else {
            return """
                SELECT \(orderColumn), \(idColumn), \(columns) FROM \(source)
                WHERE \((restrictions + alternatives[0]).allOf())
                ORDER BY \(orderColumn) \(direction), \(idColumn) \(direction) LIMIT \(limit) OFFSET \(offset)
                """
        }
        // A limit without an order keeps the planner from walking the order in search of few rows.
        let bound: SQL =
            way == .sort
            ? "LIMIT \(Self.few + 1)"
            : "ORDER BY \(orderColumn) \(direction), \(idColumn) \(direction) LIMIT \(limit + offset)"
        let found = alternatives.map { part -> SQL in
            """
            SELECT * FROM (SELECT \(orderColumn) AS listed_key, \(idColumn) AS listed_id FROM \(origin ?? source)
            WHERE \((restrictions + part).allOf()) \(bound)) AS part
            """
        }
        return """
            SELECT listed.listed_key, listed.listed_id, \(columns) FROM (SELECT listed_key, listed_id
            FROM (\(found.joined(separator: " UNION ALL "))) AS parts
            ORDER BY listed_key \(direction), listed_id \(direction) LIMIT \(limit) OFFSET \(offset)) AS listed
            CROSS JOIN \(source) WHERE \(idColumn) = listed.listed_id
            ORDER BY listed.listed_key \(direction), listed.listed_id \(direction)
            """
    }

    private var alternatives: [[SQL]] { parts.isEmpty ? [[]] : parts }

    /// Counts up to the limit; a page that was the last one has counted already.
    private func total(_ call: Call, shown: Int?, more: Bool) throws -> (total: Int, exact: Bool) {
        if let shown, !more, shown > 0 { return (shown, true) }
        return try counted(call)
    }

    /// How many rows there are, counted no further than the limit.
    func counted(_ call: Call) throws -> (total: Int, exact: Bool) {
        let all = conditions + shown(filters, by: way)
        let counts = alternatives.map { part -> SQL in
            "SELECT 1 FROM \(origin ?? source) WHERE \((all + part).allOf())"
        }
        let counted: Int =
            try call.transaction.value(
                """
                SELECT COUNT(*) FROM (\(counts.joined(separator: " UNION ALL ")) LIMIT \(Self.countLimit + 1))
                AS counted
                """) ?? 0
        return counted > Self.countLimit ? (Self.countLimit, false) : (counted, true)
    }
}
