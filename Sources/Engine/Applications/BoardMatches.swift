import Domain
import Storage

/// The matches of a search over a whole board, by stage, where they are few.
///
/// What takes time in a search is to walk long lists of words that seldom meet, and asking in each stage walks them as
/// often as there are stages. Where one walk finds no more than `limit` applications, their rows tell the stages.
struct BoardMatches {
    /// About as many rows as a full board reads for its cards.
    private static let limit = 400

    /// The numbers of the applications in each stage, in the order of the board.
    private let numbers: [Application.Status: [Int64]]

    /// `nil` where there are more than `limit`, so that the stages have to be asked one by one.
    init?(_ search: ApplicationSearch, filter: BoardFilter, descending: Bool, in call: Call) throws {
        let match = search.match()
        let direction: SQL = descending ? "DESC" : "ASC"
        let found: [Int64] = try call.transaction.column(
            """
            SELECT \(match.key) FROM \(match.table) WHERE \(match.condition) ORDER BY \(match.key) \(direction)
            LIMIT \(Self.limit + 1)
            """)
        guard found.count <= Self.limit else { return nil }
        guard let last = found.last else {
            numbers = [:]
            return
        }
        // Filled up to one of a few lengths, so that the prepared statement is found again.
        let length = found.count <= Self.limit / 8 ? Self.limit / 8 : Self.limit
        let padded = found + Array(repeating: last, count: length - found.count)
        var conditions: [SQL] = ["a.row_no IN \(list: padded)", "a.deleted_at IS NULL"]
        if filter.looksAtRows { conditions += filter.conditions(for: call.principal) }
        var numbers: [Application.Status: [Int64]] = [:]
        try call.transaction.forEach(
            """
            SELECT a.row_no, a.status FROM application a WHERE \(conditions.allOf()) ORDER BY a.row_no \(direction)
            """
        ) { row in
            var columns = Columns(row)
            let number: Int64 = try columns.next()
            numbers[try columns.next(), default: []].append(number)
            return true
        }
        self.numbers = numbers
    }

    subscript(status: Application.Status) -> [Int64] { numbers[status] ?? [] }
}
