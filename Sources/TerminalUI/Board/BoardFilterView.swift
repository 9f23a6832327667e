import Domain
import Terminal
import Workstation

/// The row above the board: what it is narrowed to, and how much of everything that is.
enum BoardFilterView {
    static func draw(_ board: Board, on canvas: Canvas, in context: DrawingContext) {
        let counted =
            board.isLoaded
            ? NumberWords.applications(board.total, isExact: board.isTotalExact, context.language)
            : context.say(Phrase(en: "reading…", fr: "lecture…"))
        let width = canvas.putRight(counted, right: canvas.width - 1, y: 0, style: .textDim)
        var parts: [String] = []
        if let consultant = board.filter.consultant {
            parts.append(context.say(Phrase(en: "Jobs of \(consultant.name)", fr: "Postes de \(consultant.name)")))
        }
        if let job = board.filter.job { parts.append(job.name) }
        if let days = board.filter.stuckDays {
            parts.append(context.say(Phrase(en: "stuck > \(days) days", fr: "bloquées > \(days) jours")))
        }
        if parts.isEmpty { parts.append(context.say(Phrase(en: "All applications", fr: "Toutes les candidatures"))) }
        if !board.filter.text.isEmpty { parts.append("/\(board.filter.text)") }
        canvas.put(
            parts.joined(separator: "   "), at: Point(x: 1, y: 0), style: board.filter.isEmpty ? .textDim : .accent,
            maxWidth: canvas.width - width - 4)
    }
}
