import Domain
import Engine
import Terminal
import Workstation

/// One application on the board: who, how long in the stage, the job, the match, and what needs attention.
enum CardView {
    struct State {
        var hasCursor: Bool
        var isFocused: Bool
        var isSelected: Bool
        /// Moved on the screen but not on disk yet.
        var isPending: Bool
    }

    /// Days in a stage from which on somebody should look.
    static let attentionDays = 7

    static func draw(_ card: ApplicationCard, state: State, on canvas: Canvas, in context: DrawingContext) {
        let age = NumberWords.age(from: card.statusEnteredAt, to: context.now, context.language)
        let needsAttention =
            card.status.isOpen && card.statusEnteredAt.days(until: context.now) >= attentionDays
        if state.hasCursor { canvas.fill(style: state.isFocused ? .selectionCursor : .selection) }
        func style(_ plain: Style) -> Style {
            guard state.hasCursor else { return plain }
            return state.isFocused ? .selectionCursor : .selection
        }
        let mark = state.isSelected ? "✓ " : ""
        let right = canvas.width
        let ageWidth = CellText.width(age)
        canvas.putRight(age, right: right, y: 0, style: style(.cardDim))
        canvas.put(
            mark + card.candidateName, at: .zero, style: style(state.isSelected ? .markSelected : .cardName),
            maxWidth: right - ageWidth - 1)
        let flags = (state.isPending ? "⋯" : "") + (card.onHold ? "‖" : "") + (needsAttention ? "●" : "")
        let flagWidth = CellText.width(flags)
        canvas.putRight(flags, right: right, y: 1, style: style(.attention))
        canvas.put(
            card.jobTitle, at: Point(x: 0, y: 1), style: style(.cardText),
            maxWidth: right - (flagWidth > 0 ? flagWidth + 1 : 0))
        drawMatch(card, on: canvas, style)
    }

    private static func drawMatch(_ card: ApplicationCard, on canvas: Canvas, _ style: (Style) -> Style) {
        guard let score = card.matchScore else {
            guard let rating = card.rating else { return }
            let stars = String(repeating: "★", count: rating) + String(repeating: "☆", count: max(0, 5 - rating))
            canvas.put(stars, at: Point(x: 0, y: 2), style: style(.cardBar))
            return
        }
        let filled = Int((min(max(score, 0), 1) * 5).rounded())
        let bar = String(repeating: "▪", count: filled) + String(repeating: "▫", count: 5 - filled)
        let x = canvas.put(bar, at: Point(x: 0, y: 2), style: style(.cardBar))
        canvas.put(" \(Int((score * 100).rounded()))", at: Point(x: x, y: 2), style: style(.cardDim))
    }
}
