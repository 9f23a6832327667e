import Domain
import Terminal
import Workstation

/// The last row: the keys that work here, what is being typed as a sequence, and how many are selected.
enum Footer {
    static func draw(
        _ workstation: Workstation, pending: KeySequencer, on canvas: Canvas, in context: DrawingContext
    ) {
        var right = canvas.width
        if let selected = selection(workstation) {
            right -= canvas.putRight(selected, right: right - 1, y: 0, style: .accent) + 3
        }
        guard pending.pending.isEmpty else { return drawPending(pending, workstation, right, on: canvas, in: context) }
        var shown: [ActionName] = []
        let hints = workstation.footerActions.compactMap { action -> (keys: String, text: String)? in
            guard let keys = context.keys(for: action.name) else { return nil }
            shown.append(action.name)
            return (keys, context.say(action.words))
        }
        let places = KeyHints.draw(hints, on: canvas, at: Point(x: 1, y: 0), width: right - 1, keepingLast: 3)
        for place in places {
            context.hit(
                Rect(x: place.columns.lowerBound, y: 0, width: place.columns.count, height: 1), of: canvas,
                .action(shown[place.index]))
        }
    }

    private static func selection(_ workstation: Workstation) -> String? {
        let count =
            switch workstation.place {
            case .pipeline: workstation.board.selectedCount
            case .candidates: workstation.candidates.list.selected.count
            case .jobs: workstation.jobs.list.selected.count
            case .conversations: 0
            }
        guard count > 0 else { return nil }
        return workstation.say(
            Phrase(
                en: "\(NumberWords.count(count, .english)) selected",
                fr: "\(NumberWords.count(count, .french)) sélectionnées"))
    }

    /// The keys typed so far, and what may follow them.
    private static func drawPending(
        _ sequencer: KeySequencer, _ workstation: Workstation, _ right: Int, on canvas: Canvas,
        in context: DrawingContext
    ) {
        let typed = Binding.label(sequencer.pending) + " …"
        let x = canvas.put(typed, at: Point(x: 1, y: 0), style: .footerKey) + 3
        let hints = sequencer.continuations.compactMap { next -> (keys: String, text: String)? in
            let name = next.binding.flatMap { ActionName(rawValue: $0.action) }
            if let name, !workstation.isWorthTelling(name) { return nil }
            return (next.key.description, name.map { context.say(ActionCatalogue.description(of: $0).hint) } ?? "…")
        }
        KeyHints.draw(hints, on: canvas, at: Point(x: x, y: 0), width: right - x)
    }
}
