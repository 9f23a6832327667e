import Domain
import Engine
import Scrolling

extension ApplicationCard: Identifiable {}

/// The pipeline: a column of cards a stage, one of them with the cursor, and the profile of the card's candidate.
public struct Board: Sendable {
    /// One stage.
    public struct Column: Sendable {
        public let status: Application.Status
        public internal(set) var list = RowList<ApplicationCard>(pageSize: 50)

        public var count: Int { list.total }
        public var isCountExact: Bool { list.isTotalExact }
    }

    public internal(set) var columns: [Column]
    /// Which of the columns are in sight, and which has the cursor.
    public internal(set) var stages: ListWindow
    public internal(set) var filter = BoardFilter()
    public internal(set) var focus = Focus.list
    /// What the person said about the profile; without a word it is shown where there is room beside the board.
    var profileChoice: Bool?
    private var hasRoomForProfile = true
    public internal(set) var isZoomed = false
    public var profile: Profile
    /// Moves that are shown but not durable yet.
    public internal(set) var pending: Set<Application.ID> = []

    /// Selected cards whose rows may not be in memory any more.
    var remembered: [Application.ID: ApplicationCard] = [:]
    /// Whether a filter's cards are awaited, to go to the first stage that has one.
    private var seeksCard = false

    /// All columns are read by one operation at first, and after a change that touches all of them.
    private static let slot = Work.Slot("board")

    init(person: Person) {
        columns = Application.Status.path.map { Column(status: $0) }
        stages = ListWindow(count: columns.count, height: 4)
        stages.move(to: 1)
        profile = Profile(person: person)
    }

    public var isLoaded: Bool { columns.allSatisfy { $0.list.isLoaded } }
    public var total: Int { columns.reduce(0) { $0 + $1.count } }
    public var isTotalExact: Bool { columns.allSatisfy(\.isCountExact) }
    public var current: Column { columns[stages.cursor] }
    public var currentCard: ApplicationCard? { current.list.current }
    public var selectedCount: Int { columns.reduce(0) { $0 + $1.list.selected.count } }

    /// The card with an identifier, and its column.
    func find(_ id: Application.ID) -> (column: Int, card: ApplicationCard)? {
        for (index, column) in columns.enumerated() {
            if let row = column.list.index(of: id), let card = column.list[row] { return (index, card) }
        }
        return nil
    }

    public var isProfileShown: Bool { profileChoice ?? hasRoomForProfile }

    /// Says how much fits: the columns beside each other, the cards in each, and whether the profile fits beside them.
    public mutating func resize(columns visible: Int, cards: Int, hasRoomForProfile: Bool) {
        self.hasRoomForProfile = hasRoomForProfile
        stages.resize(height: visible)
        for index in columns.indices { columns[index].list.resize(height: cards) }
    }

    /// Like `resize`, and answers what has to be read where more fits than before.
    public mutating func fit(columns visible: Int, cards: Int, hasRoomForProfile: Bool) -> [Work] {
        let before = (stages.height, columns.map(\.list.window.height), isProfileShown)
        resize(columns: visible, cards: cards, hasRoomForProfile: hasRoomForProfile)
        let isSame = before == (stages.height, columns.map(\.list.window.height), isProfileShown)
        return isSame || !isLoaded ? [] : works()
    }

    mutating func reload() {
        for index in columns.indices { columns[index].list.reload() }
    }

    mutating func setFilter(_ filter: BoardFilter) -> [Work] {
        guard filter != self.filter else { return [] }
        self.filter = filter
        for index in columns.indices { columns[index].list.reset() }
        remembered = [:]
        seeksCard = !filter.isEmpty
        return works()
    }

    /// What a filter leaves may be in a stage that is out of sight: where the stage with the cursor is empty, the cursor
    /// goes to the first that is not.
    private mutating func seekCard() {
        guard seeksCard else { return }
        seeksCard = false
        guard current.list.isEmpty, let first = columns.firstIndex(where: { !$0.list.isEmpty }) else { return }
        stages.move(to: first)
    }

    // MARK: Reading

    /// What has to be read for what is in sight.
    mutating func works() -> [Work] {
        if selectedCount > 0 { rememberSelected() }
        let fetches = columns.indices.compactMap { index in columns[index].list.fetch.map { (index, $0) } }
        let isWhole = fetches.count == columns.count && fetches.allSatisfy { $0.1.cursor == nil && !$0.1.isFromEnd }
        let readings = isWhole ? [readAll(fetches.map(\.1))] : fetches.map { $0.1.lane(read($0.0, $0.1)) }
        let doubts = columns.indices.compactMap { checkSelection(of: $0) }
        guard isProfileShown else { return readings + doubts }
        return readings + doubts + profile.follow(currentCard.map(Profile.Subject.init))
            + profile.anticipate(neighbours.map(Profile.Subject.init))
    }

    /// The cards that are one key away from the cursor.
    private var neighbours: [ApplicationCard] {
        let list = current.list
        let beside = [stages.cursor + 1, stages.cursor - 1].filter(columns.indices.contains).compactMap {
            columns[$0].list.current
        }
        let page = max(list.window.height - 1, 1)
        return [1, -1, page, -page].compactMap { list[list.window.cursor + $0] } + beside
    }

    private func readAll(_ fetches: [RowList<ApplicationCard>.Fetch]) -> Work {
        let limit = fetches.map(\.page.limit).max() ?? 50
        let asked = filter
        return .read(Self.slot, filter.operation(limit: limit)) { workstation, answer in
            for (index, stage) in answer.stages.enumerated() where index < fetches.count {
                workstation.board.columns[index].list.take(
                    stage.cards, at: fetches[index], nextCursor: stage.nextCursor, total: stage.count,
                    isTotalExact: stage.countExact)
            }
            if workstation.board.filter == asked { workstation.board.seekCard() }
            return workstation.board.works()
        }
    }

    private func read(_ index: Int, _ fetch: RowList<ApplicationCard>.Fetch) -> Work {
        let status = columns[index].status
        let operation = filter.operation(
            stage: status, sortOrder: fetch.isFromEnd ? .ascending : nil, cursor: fetch.cursor,
            limit: fetch.page.limit)
        return .read(Work.Slot("board.\(status.rawValue)"), operation) { workstation, answer in
            for stage in answer.stages {
                workstation.board.columns[index].list.take(
                    stage.cards, at: fetch, nextCursor: stage.nextCursor, total: stage.count,
                    isTotalExact: stage.countExact)
            }
            return workstation.board.works()
        }
    }
}
