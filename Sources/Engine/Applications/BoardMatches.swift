import Domain
import Storage

/// The matches of a search over a whole board, by stage, where they are few.
///
/// What takes time in a search is to walk long lists of words that seldom meet, and asking in each stage walks them as
/// often as there are stages. Where one walk finds few enough applications, their rows tell the stages.
struct BoardMatches {
    /// About as many rows as a full board reads for its cards.
    private static let limit = 400
    /// So many in the stages of the board are expected at most where those are looked for together. With more, the
    /// stages one by one are soon full.
    private static let bound = 1_000

    /// The numbers of the applications in each stage, in the order of the board.
    private let numbers: [Application.Status: [Int64]]

    /// `nil` where there are many, so that the stages have to be asked one by one. `counts` says how many stand in each
    /// stage.
    init?(
        _ search: ApplicationSearch, filter: BoardFilter, descending: Bool, counts: [Application.Status: Int],
        in call: Call
    ) throws {
        let newest = try Self.found(search.match(), limit: Self.limit + 1, descending, call)
        if newest.count <= Self.limit {
            numbers = try Self.byStage(newest, filter, descending, call)
            return
        }
        // Most applications are over, and so in no stage of the board.
        guard try Self.expected(newest, descending, counts, call) <= Self.bound else { return nil }
        let onBoard = try Self.found(
            search.match(anyOf: Application.Status.path), limit: 2 * Self.bound + 1, descending, call)
        guard onBoard.count <= 2 * Self.bound else { return nil }
        numbers = try Self.byStage(onBoard, filter, descending, call)
    }

    subscript(status: Application.Status) -> [Int64] { numbers[status] ?? [] }

    private static func found(_ match: SearchMatch, limit: Int, _ descending: Bool, _ call: Call) throws -> [Int64] {
        let direction: SQL = descending ? "DESC" : "ASC"
        return try call.transaction.column(
            """
            SELECT \(match.key) FROM \(match.table) WHERE \(match.condition) ORDER BY \(match.key) \(direction)
            LIMIT \(limit)
            """)
    }

    /// How many matches the stages of the board may have, judged by how far one had to go for the first `limit`, and by
    /// the share of the applications that stand in those stages.
    private static func expected(
        _ first: [Int64], _ descending: Bool, _ counts: [Application.Status: Int], _ call: Call
    ) throws -> Int {
        let last: Int64 =
            try call.transaction.value("SELECT last FROM row_number WHERE table_name = 'application'") ?? 1
        let end = first.last ?? 1
        let passed = max(descending ? last - end + 1 : end, 1)
        let all = max(counts.values.reduce(0, +), 1)
        let onBoard = Application.Status.path.reduce(0) { $0 + (counts[$1] ?? 0) }
        return Int(Double(first.count) * Double(last) / Double(passed) * Double(onBoard) / Double(all))
    }

    private static func byStage(
        _ found: [Int64], _ filter: BoardFilter, _ descending: Bool, _ call: Call
    ) throws -> [Application.Status: [Int64]] {
        guard let last = found.last else { return [:] }
        // Filled up to one of a few lengths, so that the prepared statement is found again.
        let length = [limit / 8, limit, bound].first { found.count <= $0 } ?? 2 * bound
        let padded = found + Array(repeating: last, count: length - found.count)
        var conditions: [SQL] = ["a.row_no IN \(list: padded)", "a.deleted_at IS NULL"]
        if filter.looksAtRows { conditions += filter.conditions(for: call.principal) }
        let direction: SQL = descending ? "DESC" : "ASC"
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
        return numbers
    }
}
