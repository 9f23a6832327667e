import Scrolling
import Terminal
import Workstation

/// How a frame is divided: header, tabs, the screen, footer, with layers and toasts over it.
enum WorkbenchFrame {
    /// The parts of a frame; small terminals lose the rules first.
    struct Layout {
        let header: Rect
        let tabs: Rect
        let topRule: Rect?
        let content: Rect
        let bottomRule: Rect?
        let footer: Rect

        init(_ size: Size) {
            let hasRules = size.height >= 16
            let full = Rect(size: size)
            let rows = full.rows(
                [.fixed(1), .fixed(1), .fixed(hasRules ? 1 : 0), .min(1), .fixed(hasRules ? 1 : 0), .fixed(1)])
            header = rows[0]
            tabs = rows[1]
            topRule = hasRules ? rows[2] : nil
            content = rows[3]
            bottomRule = hasRules ? rows[4] : nil
            footer = rows[5]
        }
    }

    /// Tells the models how much fits; answers what has to be read for that.
    static func fit(_ workstation: inout Workstation, to size: Size) -> [Work] {
        LayerView.fit(&workstation, to: size)
        let content = Layout(size).content.size
        resizeHidden(&workstation, to: content)
        switch workstation.place {
        case .pipeline:
            let layout = BoardLayout(content, board: workstation.board)
            if let pane = layout.profile {
                ProfileView.resize(&workstation.board.profile, to: BoardView.profileRect(pane).size)
            }
            return workstation.board.fit(
                columns: layout.columns.count, cards: layout.cards, hasRoomForProfile: layout.hasRoomForProfile)
        case .candidates: return CandidatesView.fit(&workstation.candidates, to: content)
        case .jobs: return JobsView.fit(&workstation.jobs, to: content)
        case .conversations: return ConversationsView.fit(&workstation.conversations, to: content)
        }
    }

    /// Screens out of sight are as large as the one in sight, so that what they will need can be read before they come.
    private static func resizeHidden(_ workstation: inout Workstation, to size: Size) {
        for place in workstation.places where place != workstation.place {
            switch place {
            case .pipeline: break
            case .candidates: workstation.candidates.resize(width: size.width, height: size.height)
            case .jobs: workstation.jobs.resize(width: size.width, height: size.height)
            case .conversations: workstation.conversations.resize(width: size.width, height: size.height)
            }
        }
    }

    static func draw(
        _ workstation: Workstation, pending: KeySequencer, on canvas: Canvas, in context: DrawingContext
    ) {
        let layout = Layout(canvas.size)
        Header.draw(workstation, on: canvas.subview(layout.header), in: context)
        Tabs.draw(workstation, on: canvas.subview(layout.tabs), in: context)
        for rule in [layout.topRule, layout.bottomRule].compactMap({ $0 }) {
            canvas.horizontalRule(at: rule.origin, width: rule.width)
        }
        let content = canvas.subview(layout.content)
        switch workstation.place {
        case .pipeline: BoardView.draw(workstation.board, on: content, in: context)
        case .candidates: CandidatesView.draw(workstation.candidates, on: content, in: context)
        case .jobs: JobsView.draw(workstation.jobs, on: content, in: context)
        case .conversations: ConversationsView.draw(workstation.conversations, on: content, in: context)
        }
        Footer.draw(workstation, pending: pending, on: canvas.subview(layout.footer), in: context)
        drawLayers(workstation, layout, on: canvas, in: context)
        drawToasts(workstation, layout, on: canvas)
    }

    private static func drawLayers(
        _ workstation: Workstation, _ layout: Layout, on canvas: Canvas, in context: DrawingContext
    ) {
        let row = Rect(x: 0, y: layout.content.y, width: layout.content.width, height: 1)
        LayerView.draw(workstation, on: canvas, prompt: canvas.subview(row), in: context)
    }

    private static func drawToasts(_ workstation: Workstation, _ layout: Layout, on canvas: Canvas) {
        for (index, toast) in workstation.toasts.reversed().enumerated() {
            let y = layout.footer.y - index
            guard y >= layout.content.y else { return }
            ToastView.draw(toast, on: canvas, y: y)
        }
    }
}
