import Domain
import Terminal
import Workstation

/// Draws the profile pane: a head at fixed places, the names of the sections, and the section in sight.
enum ProfileView {
    /// Where the parts of the pane lie. Short panes have no rules.
    struct Layout {
        let head = 0
        let facts: Int
        let sections: Int
        let body: Rect

        init(_ size: Size) {
            let hasRules = size.height >= 16
            facts = hasRules ? 3 : 2
            sections = facts + 3
            let top = sections + (hasRules ? 2 : 1)
            body = Rect(x: 0, y: top, width: size.width, height: size.height - top)
        }
    }

    /// Tells the model how much fits; before every drawing.
    static func resize(_ profile: inout Profile, to size: Size) {
        let body = Layout(size).body
        profile.resize(width: PaneRows.textWidth(body.width), height: body.height) { CellText.wrap($0, to: $1) }
    }

    static func draw(_ profile: Profile, on canvas: Canvas, isFocused: Bool, in context: DrawingContext) {
        guard canvas.width > 0, canvas.height > 0 else { return }
        context.hit(canvas.bounds, of: canvas, .detail)
        let layout = Layout(canvas.size)
        guard profile.subject != nil else {
            canvas.put(context.say(nobody), at: .zero, style: .textDim, maxWidth: canvas.width)
            return
        }
        drawHead(profile.header(at: context.now), layout, on: canvas, in: context)
        SectionNames.draw(
            profile.sections.map { context.say($0.title) },
            current: profile.sections.firstIndex(of: profile.shownSection) ?? 0, y: layout.sections, on: canvas,
            isFocused: isFocused, in: context)
        if layout.body.y == layout.sections + 2 {
            canvas.horizontalRule(at: Point(x: 0, y: layout.sections + 1), width: canvas.width)
        }
        PaneRows.draw(profile.pane, on: canvas.subview(layout.body), isFocused: isFocused)
    }

    private static let nobody = Phrase(en: "Nobody is selected.", fr: "Personne n’est sélectionné.")

    private static func drawHead(
        _ header: ProfileHeader, _ layout: Layout, on canvas: Canvas, in context: DrawingContext
    ) {
        let width = canvas.width
        let anonymous = Phrase(en: "anonymous", fr: "anonyme")
        let right = [header.isAnonymous ? context.say(anonymous) : "", header.match].filter { !$0.isEmpty }
            .joined(separator: " · ")
        let taken = canvas.putRight(right, right: width - 1, y: 0, style: .accent, maxWidth: width / 2)
        canvas.put(header.name, at: .zero, style: .textStrong, maxWidth: width - 2 - taken)
        canvas.put(header.tagline, at: Point(x: 0, y: 1), style: .textDim, maxWidth: width - 1)
        if layout.facts == 3 { canvas.horizontalRule(at: Point(x: 0, y: 2), width: width) }
        let facts: [(label: Phrase, value: String)] = [
            (Phrase(en: "Job", fr: "Poste"), header.job), (Phrase(en: "Stage", fr: "Étape"), header.stage),
            (Phrase(en: "Source", fr: "Source"), header.source),
        ]
        let left = 9
        for (index, fact) in facts.enumerated() {
            let y = layout.facts + index
            canvas.put(context.say(fact.label), at: Point(x: 0, y: y), style: .textDim, maxWidth: left - 1)
            let room = width - left - (index == 0 ? 1 : 8)
            let columns = canvas.put(fact.value, at: Point(x: left, y: y), maxWidth: room)
            if index == 1, header.needsAttention {
                canvas.put("●", at: Point(x: left + columns + 1, y: y), style: .attention)
            }
        }
        canvas.putRight(header.rating, right: width - 1, y: layout.facts + 2, style: .accent)
    }
}
