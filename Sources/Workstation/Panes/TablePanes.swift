/// How a table and the pane beside it share a screen, and which of them has the keys.
public struct TablePanes: Sendable, Hashable {
    public var focus = Focus.list
    /// What the person said about the pane; without a word it is shown where there is room beside the table.
    var detailChoice: Bool?
    public var isZoomed = false
    /// Percent of a wide screen that the pane takes.
    private let detailShare: Int
    public private(set) var width = 0
    public private(set) var height = 0

    /// From this width on the pane is shown beside the table without being asked for.
    static let widthForDetail = 100
    static let narrowestDetail = 38
    /// The rows above those of the table: what it is narrowed to, a rule, and the heads of the columns.
    public static let rowsAbove = 3

    public init(detailShare: Int = 38) { self.detailShare = detailShare }

    mutating func resize(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var isDetailShown: Bool { detailChoice ?? (width >= Self.widthForDetail) }

    /// The columns of the pane, without the rule at its left; 0 when it is not shown.
    public var detailWidth: Int {
        guard isDetailShown, width > 0 else { return 0 }
        if isZoomed { return focus == .detail ? width : 0 }
        let share = width >= Self.widthForDetail ? width * detailShare / 100 : width / 2
        return min(width, max(share, Self.narrowestDetail))
    }

    /// The columns of the table.
    public var listWidth: Int {
        if detailWidth == 0 { return width }
        return max(0, width - detailWidth - 2)
    }

    /// The rows of the table.
    public var rows: Int { max(0, height - Self.rowsAbove) }
    /// The rows of the pane: it begins below the rule.
    public var detailHeight: Int { max(0, height - 2) }

    /// Shows or hides the pane.
    mutating func toggleDetail() {
        detailChoice = !isDetailShown
        if !isDetailShown { focus = .list }
        isZoomed = false
    }

    /// Shows the pane and gives it the keys.
    mutating func openDetail() {
        detailChoice = true
        focus = .detail
    }

    /// Goes to the other pane, which a zoom then shows.
    mutating func turn() {
        guard isDetailShown else { return }
        focus = focus.other
    }

    /// Leaves the pane; one that covers half of a narrow screen goes.
    mutating func leaveDetail() {
        focus = .list
        isZoomed = false
        if width < Self.widthForDetail { detailChoice = nil }
    }
}
