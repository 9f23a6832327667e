import Terminal
import Workstation

/// How a board uses the room that it has: columns as wide as they need to be, the profile beside them or over them.
struct BoardLayout {
    /// The least width of a column, and of the profile.
    static let columnMinimum = 18
    static let profileMinimum = 38
    /// From this width on the profile fits beside the board.
    static let widthForProfile = 100

    let filter: Rect
    let strip: Rect?
    let heads: Rect
    /// The columns in sight.
    let columns: [Rect]
    let profile: Rect?
    /// The cards that fit into a column, and the rows that each takes.
    let cards: Int
    let cardHeight: Int
    let hasRoomForProfile: Bool

    init(_ size: Size, board: Board) {
        hasRoomForProfile = size.width >= Self.widthForProfile
        let full = Rect(size: size)
        filter = Rect(x: 0, y: 0, width: size.width, height: 1)
        var area = full.inset(top: 1)
        if board.isProfileShown {
            if board.isZoomed, board.focus == .detail {
                profile = area
                area = Rect(x: 0, y: area.y, width: 0, height: area.height)
            } else if !hasRoomForProfile {
                // Over the right half.
                let width = max(min(Self.profileMinimum, size.width), size.width / 2)
                let parts = area.columns([.min(0), .fixed(width)])
                area = parts[0]
                profile = parts[1]
            } else if board.isZoomed {
                profile = nil
            } else {
                let parts = area.columns([.min(0), .fixed(max(Self.profileMinimum, size.width * 36 / 100))])
                area = parts[0]
                profile = parts[1]
            }
        } else {
            profile = nil
        }
        let count = board.columns.count
        let fitting = min(count, max(1, area.width / (Self.columnMinimum + 1)))
        // Where not all stages fit a row tells of the others.
        let hasStrip = fitting < count && area.height >= 8
        strip = hasStrip ? Rect(x: area.x, y: area.y, width: area.width, height: 1) : nil
        if hasStrip { area = area.inset(top: 1) }
        heads = Rect(x: area.x, y: area.y, width: area.width, height: 2)
        let below = area.inset(left: 1, top: 2, right: 1)
        let isRoomy = below.height >= 26
        cardHeight = isRoomy ? 4 : 3
        // The last row says how many more there are.
        cards = max(1, (below.height - 1) / cardHeight)
        columns =
            area.width == 0 ? [] : below.columns(Array(repeating: .min(Self.columnMinimum), count: fitting), gap: 1)
    }
}
