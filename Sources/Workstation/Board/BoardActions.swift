import Domain
import Engine

extension Workstation {
    /// Actions of the pipeline screen; nil for those that it does not have.
    mutating func performOnBoard(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .paneNext, .panePrevious:
            guard board.isProfileShown else { return [] }
            board.focus = board.focus.other
            return board.works()
        case .paneZoom:
            board.isZoomed.toggle()
            return []
        case .profileToggle:
            board.profileChoice = !board.isProfileShown
            if !board.isProfileShown { board.focus = .list }
            return board.works()
        case .filter:
            push(.filter(boardFilterPrompt))
            return []
        case .views:
            push(.choice(boardViews))
            return []
        default: break
        }
        if board.focus == .detail {
            if invocation.action == .cancel || invocation.action == .close {
                board.focus = .list
                board.isZoomed = false
                return []
            }
            return board.profile.perform(invocation)
        }
        return performOnCards(invocation)
    }

    private mutating func performOnCards(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: board.columns[board.stages.cursor].list.move(by: steps)
        case .moveUp: board.columns[board.stages.cursor].list.move(by: -steps)
        case .pageDown: board.columns[board.stages.cursor].list.page(steps)
        case .pageUp: board.columns[board.stages.cursor].list.page(-steps)
        case .goTop: board.columns[board.stages.cursor].list.goTop()
        case .goBottom: board.columns[board.stages.cursor].list.goBottom()
        case .moveLeft: board.stages.move(by: -steps)
        case .moveRight: board.stages.move(by: steps)
        case .open:
            guard board.currentCard != nil else { return [] }
            board.profileChoice = true
            board.focus = .detail
        case .selectToggle:
            board.columns[board.stages.cursor].list.toggleSelection()
            board.columns[board.stages.cursor].list.move(by: 1)
        case .selectRange: board.columns[board.stages.cursor].list.toggleRange()
        case .selectAll: return selectWholeStage()
        case .sort:
            tell(
                Phrase(
                    en: "Cards stand in the order in which they came into the stage; filter with / or ,",
                    fr: "Les cartes suivent leur ordre d’arrivée dans l’étape ; filtrez avec / ou ,"))
        case .cancel: return cancelOnBoard()
        case .close: request(.quit)
        case .copy: return copyCards()
        default: return nil
        }
        return board.works()
    }

    /// Esc takes back one thing at a time and destroys nothing.
    private mutating func cancelOnBoard() -> [Work] {
        if board.selectedCount > 0 {
            board.clearSelection()
            return []
        }
        return board.setFilter(BoardFilter())
    }

    private mutating func copyCards() -> [Work] {
        let lines = subjects.map { "\($0.name)\t\($0.jobTitle)\t\(say($0.status.title))" }
        guard !lines.isEmpty else { return [] }
        request(.copy(lines.joined(separator: "\n")))
        return []
    }

    /// Selects every application of the stage, those not in memory too, as many as one bulk operation takes.
    private mutating func selectWholeStage() -> [Work] {
        let stage = board.stages.cursor
        board.columns[stage].list.select(board.columns[stage].list.inMemory.map(\.id))
        board.rememberSelected()
        guard board.columns[stage].count > board.columns[stage].list.inMemory.count else { return [] }
        let filter = board.filter
        let status = board.columns[stage].status
        let limit = BulkUpdateApplications.limit
        return [
            .read(Work.Slot("board.select")) { session in
                var cards: [ApplicationCard] = []
                var cursor: String?
                repeat {
                    switch session.attempt(filter.operation(stage: status, cursor: cursor, limit: 200)) {
                    case .success(let answer):
                        cards += answer.stages.first?.cards ?? []
                        cursor = answer.stages.first?.nextCursor
                    case .failure(let problem): return { $0.tell(problem) }
                    }
                } while cursor != nil && cards.count < limit
                let chosen = cards.prefix(limit)
                let isCut = cursor != nil || cards.count > limit
                return { workstation in
                    guard workstation.board.filter == filter else { return [] }
                    workstation.board.columns[stage].list.select(chosen.map(\.id))
                    workstation.board.remember(chosen)
                    if isCut {
                        workstation.tell(
                            Phrase(
                                en: "The first \(limit) are selected: a bulk operation takes no more at once.",
                                fr: "Les \(limit) premières sont sélectionnées : c’est le maximum d’une opération."))
                    }
                    return []
                }
            }
        ]
    }

    private var boardFilterPrompt: FilterPrompt {
        FilterPrompt(
            text: board.filter.text, placeholder: Phrase(en: "name, job title", fr: "nom, intitulé du poste")
        ) { text in
            { workstation in
                var filter = workstation.board.filter
                filter.text = text
                return workstation.board.setFilter(filter)
            }
        }
    }
}
