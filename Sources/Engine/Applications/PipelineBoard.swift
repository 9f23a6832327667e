import Domain
import Storage

/// Reads the columns of one board. Without words a column is one range of a board index and its count is kept; with
/// words it is what the full-text index finds under the tokens of the stage and the scopes.
struct PipelineBoard {
    /// Beyond this many rows a column that has to be counted says “at least”.
    static let countLimit = 1_000

    private let call: Call
    private let filter: BoardFilter
    private let perStage: Int
    private let scope: BoardFilter.CountedScope
    private let counts: [Application.Status: Int]
    /// The words under the tokens of the scopes; `nil` for a board without words.
    private let search: ApplicationSearch?
    /// All that the words find, where that is little; only a board of several stages asks.
    private let matches: BoardMatches?
    private let columns: SQL
    private let descending: Bool
    private let direction: SQL

    private static let cardFields: SQL = """
        a.id, a.candidate_id, a.job_id, c.first_name, c.last_name, c.current_title, j.title, a.status,
        a.status_entered_at, a.on_hold, a.match_score, a.rating, a.position, a.version, a.row_no
        """
    private static let cardSource: SQL = """
        LEFT JOIN candidate c ON c.id = a.candidate_id LEFT JOIN job j ON j.id = a.job_id
        """

    init(filter: BoardFilter, words: [String]?, perStage: Int, descending: Bool, isWhole: Bool, call: Call) throws {
        self.call = call
        self.filter = filter
        self.perStage = perStage
        self.descending = descending
        direction = descending ? "DESC" : "ASC"
        columns = Self.cardFields + ", " + ApplicationVisibility.nameColumn(for: call.principal)
        scope = try filter.countedScope(in: call)
        if let words, scope != .nothing {
            let search = try ApplicationSearch(words: words, filter: filter, in: call)
            self.search = search
            counts = [:]
            guard isWhole else {
                matches = nil
                return
            }
            // Only to judge by: those of the workspace where no scope is kept that is the same as the filter.
            var kept = ApplicationCounts.workspace
            if case .scope(let id) = scope { kept = id }
            matches = try BoardMatches(
                search, filter: filter, descending: descending,
                counts: ApplicationCounts.read(kept, in: call.transaction), in: call)
        } else {
            search = nil
            matches = nil
            if case .scope(let id) = scope {
                counts = try ApplicationCounts.read(id, in: call.transaction)
            } else {
                counts = [:]
            }
        }
    }

    /// One column: its count, its first cards, and where the next ones begin.
    func stage(_ status: Application.Status, after cursor: ListCursor?) throws -> PipelineView.Stage {
        let nothing = PipelineView.Stage(status: status, count: 0, countExact: true, cards: [], nextCursor: nil)
        if scope == .nothing { return nothing }
        let order = "board:" + (search == nil ? "" : "q:") + (descending ? "" : "asc:") + status.rawValue
        if let cursor, cursor.order != order {
            throw Problem.invalid(
                field: "cursor", code: "invalid",
                Phrase(en: "belongs to another stage or board", fr: "appartient à une autre étape ou un autre tableau"))
        }
        if let search { return try found(status, search, order, cursor) }
        let kept = counts[status] ?? 0
        if case .scope = scope, kept == 0 { return nothing }
        var conditions = filter.conditions(for: call.principal)
        conditions.append("a.status = \(status) AND a.deleted_at IS NULL")
        let all = conditions.allOf()
        if let cursor {
            conditions.append(
                descending
                    ? "(a.position, a.id) < (\(cursor.value), \(cursor.id))"
                    : "(a.position, a.id) > (\(cursor.value), \(cursor.id))")
        }
        let cards = try self.cards(
            """
            SELECT \(columns) FROM application a \(Self.cardSource) WHERE \(conditions.allOf())
            ORDER BY a.position \(direction), a.id \(direction) LIMIT \(perStage + 1)
            """)
        let count: Int
        if case .scope = scope {
            count = kept
        } else if cursor == nil, cards.count <= perStage {
            count = cards.count
        } else {
            count = try counted("SELECT 1 FROM application a WHERE \(all) LIMIT \(Self.countLimit + 1)")
        }
        return column(status, cards, count, order) { .integer($0.card.position) }
    }

    /// A column of a search. The newest applications come first: the index is ordered by their number.
    private func found(
        _ status: Application.Status, _ search: ApplicationSearch, _ order: String, _ cursor: ListCursor?
    ) throws -> PipelineView.Stage {
        if let numbers = matches?[status] {
            let cards = try self.cards(numbered: numbers.prefix(perStage + 1))
            return column(status, cards, numbers.count, order) { .integer($0.number) }
        }
        let match = search.match(status: status)
        var source: SQL = "\(match.table)"
        var conditions: [SQL] = [match.condition]
        if filter.looksAtRows {
            source = "\(match.table) JOIN application a ON a.row_no = \(match.key)"
            conditions += filter.conditions(for: call.principal)
            conditions.append("a.deleted_at IS NULL")
        }
        let all = conditions.allOf()
        if let cursor {
            conditions.append(
                descending ? "\(match.key) < \(cursor.value)" : "\(match.key) > \(cursor.value)")
        }
        // Finding is what takes time, so one search gives the cards and the count.
        let limit = cursor == nil ? Self.countLimit : perStage
        let numbers: [Int64] = try call.transaction.column(
            """
            SELECT \(match.key) FROM \(source) WHERE \(conditions.allOf())
            ORDER BY \(match.key) \(direction) LIMIT \(limit + 1)
            """)
        let cards = try self.cards(numbered: numbers.prefix(perStage + 1))
        let count =
            cursor == nil
            ? numbers.count : try counted("SELECT 1 FROM \(source) WHERE \(all) LIMIT \(Self.countLimit + 1)")
        return column(status, cards, count, order) { .integer($0.number) }
    }

    private typealias Numbered = (card: ApplicationCard, number: Int64)

    private func column(
        _ status: Application.Status, _ cards: [Numbered], _ count: Int, _ order: String,
        _ place: (Numbered) -> SQLValue
    ) -> PipelineView.Stage {
        let shown = cards.prefix(perStage)
        let bounded = count > Self.countLimit && (search != nil || scope == .rows)
        let next = cards.count > perStage ? shown.last : nil
        return PipelineView.Stage(
            status: status, count: bounded ? Self.countLimit : count, countExact: !bounded, cards: shown.map(\.card),
            nextCursor: next.map { ListCursor(order: order, value: place($0), id: $0.card.id.cast()).text })
    }

    /// The cards of the applications with these numbers. The list is filled up to one length, so that the prepared
    /// statement is found again.
    private func cards(numbered numbers: ArraySlice<Int64>) throws -> [Numbered] {
        guard let last = numbers.last else { return [] }
        let padded = numbers + Array(repeating: last, count: max(0, perStage + 1 - numbers.count))
        return try cards(
            """
            SELECT \(columns) FROM application a \(Self.cardSource) WHERE a.row_no IN \(list: padded)
            ORDER BY a.row_no \(direction)
            """)
    }

    private func counted(_ rows: SQL) throws -> Int {
        try call.transaction.value("SELECT COUNT(*) FROM (\(rows)) AS counted") ?? 0
    }

    private func cards(_ sql: SQL) throws -> [Numbered] {
        let principal = call.principal
        return try call.transaction.all(sql) { columns in
            let id: Application.ID = try columns.next()
            let candidate: Candidate.ID = try columns.next()
            let job: Job.ID = try columns.next()
            let name = ApplicationReading.fullName(try columns.next(), try columns.next())
            let title: String? = try columns.next()
            var card = ApplicationCard(
                id: id, candidateID: candidate, jobID: job, candidateName: name, jobTitle: try columns.next(),
                status: try columns.next(), statusEnteredAt: try columns.next(), onHold: try columns.next(),
                matchScore: try columns.next(), rating: try columns.next(), position: try columns.next(),
                version: try columns.next())
            let number: Int64 = try columns.next()
            if try !columns.next(Bool.self) {
                card.candidateName = ApplicationVisibility.anonymousName(title: title, for: principal)
            }
            return (card, number)
        }
    }
}
