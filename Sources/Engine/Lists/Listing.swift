import Domain
import JSON
import Storage

/// One list of an API: what is selected from where, what the caller may see, and in which order.
struct Listing {
    /// The columns, which `read` gets in this order.
    var columns: SQL
    /// Tables and joins.
    var source: SQL
    /// Conditions, visibility among them.
    var conditions: [SQL]
    /// More conditions, whose indexes do not have the order of the list. Few rows are found by them and sorted; many are
    /// met soon enough on a walk in the list's order, so then they are hidden from the planner, which cannot know how
    /// many there are.
    var filters: [SQL] = []
    /// The column that orders. It must never be NULL (`COALESCE` it).
    var orderColumn: SQL
    /// The identifier column that breaks ties.
    var idColumn: SQL
    var descending: Bool
    /// Names the order inside cursors, so that a cursor of another order is refused.
    var orderName: String
    /// How many rows there are, and whether exactly, where that is known without counting.
    var knownTotal: (total: Int, exact: Bool)?

    /// Beyond this many rows a list says “at least”.
    static let countLimit = 10_000
    /// With so many rows among a million, sorting them takes about as long as walking until a page is full.
    private static let few = 3_000

    /// Reads one page. A cursor wins over the page number.
    func page<Item: Codable & Sendable>(
        _ call: Call, page: PageNumber, size: PageSize, cursor: ListCursor?, read: (inout Columns) throws -> Item
    ) throws -> Page<Item> {
        let known = filters.isEmpty ? knownTotal : try knownTotal ?? counted(call)
        var restrictions = conditions
        restrictions += (known?.total ?? 0) > Self.few ? filters.map { "((\($0)) IS TRUE)" } : filters
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
        let direction: SQL = descending ? "DESC" : "ASC"
        let sql: SQL = """
            SELECT \(orderColumn), \(idColumn), \(columns) FROM \(source) WHERE \(restrictions.allOf())
            ORDER BY \(orderColumn) \(direction), \(idColumn) \(direction) LIMIT \(size.value + 1) OFFSET \(offset)
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

    /// Counts up to the limit; a page that was the last one has counted already.
    private func total(_ call: Call, shown: Int?, more: Bool) throws -> (total: Int, exact: Bool) {
        if let shown, !more, shown > 0 { return (shown, true) }
        return try counted(call)
    }

    private func counted(_ call: Call) throws -> (total: Int, exact: Bool) {
        let all = (conditions + filters).allOf()
        let counted: Int =
            try call.transaction.value(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM \(source) WHERE \(all) LIMIT \(Self.countLimit + 1))
                AS counted
                """) ?? 0
        return counted > Self.countLimit ? (Self.countLimit, false) : (counted, true)
    }
}
