import Domain
import Engine

extension Workstation {
    /// Actions of the screen of candidates; nil for those that it does not have.
    mutating func performOnCandidates(_ invocation: Invocation) -> [Work]? {
        if candidates.isOwnProfile {
            return invocation.action == .close ? leaveScreen() : candidates.profile.perform(invocation)
        }
        switch invocation.action {
        case .paneNext, .panePrevious: candidates.panes.turn()
        case .paneZoom: candidates.panes.isZoomed.toggle()
        case .profileToggle: candidates.panes.toggleDetail()
        case .filter:
            candidates.panes.focus = .list
            push(.filter(candidateFilterPrompt))
        case .views: push(.choice(candidateViews))
        default:
            if candidates.focus == .list { return performOnCandidateRows(invocation) }
            guard invocation.action == .cancel || invocation.action == .close else {
                return candidates.profile.perform(invocation)
            }
            candidates.panes.leaveDetail()
        }
        return candidates.works()
    }

    private mutating func performOnCandidateRows(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: candidates.list.move(by: steps)
        case .moveUp: candidates.list.move(by: -steps)
        case .pageDown: candidates.list.page(steps)
        case .pageUp: candidates.list.page(-steps)
        case .goTop: candidates.list.goTop()
        case .goBottom: candidates.list.goBottom()
        case .moveLeft, .moveRight: return []
        case .open:
            guard candidates.current != nil else { return [] }
            candidates.panes.openDetail()
        case .selectToggle:
            candidates.list.toggleSelection()
            candidates.rememberSelected()
            candidates.list.move(by: 1)
        case .selectRange: candidates.list.toggleRange()
        case .selectAll: return selectAllCandidates()
        case .sort: push(.choice(candidateOrders))
        case .columns: push(.choice(candidateColumns(cursor: 0)))
        case .cancel: return cancelOnCandidates()
        case .close: return leaveScreen()
        case .copy: return copyCandidates()
        default: return nil
        }
        if candidates.list.isSelectingRange { candidates.rememberSelected() }
        return candidates.works()
    }

    /// Goes back to where the person came from, or out.
    mutating func leaveScreen() -> [Work] {
        guard let before = trail.back(from: place) else {
            request(.quit)
            return []
        }
        return enter(before)
    }

    /// Esc takes back one thing at a time and destroys nothing.
    private mutating func cancelOnCandidates() -> [Work] {
        if !candidates.list.selected.isEmpty || candidates.list.isSelectingRange {
            candidates.list.clearSelection()
            candidates.remembered = [:]
            return []
        }
        var filter = candidates.filter
        if !filter.text.isEmpty {
            filter.text = ""
        } else {
            filter = CandidateFilter()
            filter.sortBy = candidates.filter.sortBy
            filter.isDescending = candidates.filter.isDescending
        }
        return candidates.setFilter(filter)
    }

    private mutating func copyCandidates() -> [Work] {
        let lines = candidates.chosen.map { candidate in
            [candidate.displayName(language), candidate.currentTitle, candidate.emails?.first?.value.value]
                .map { $0 ?? "" }.joined(separator: "\t")
        }
        guard !lines.isEmpty else { return [] }
        request(.copy(lines.joined(separator: "\n")))
        return []
    }

    /// Selects everybody whom the filter leaves, those not in memory too, as many as one bulk operation takes.
    private mutating func selectAllCandidates() -> [Work] {
        let filter = candidates.filter
        let limit = BulkUpdateApplications.limit
        return [
            .read(Work.Slot("candidates.select")) { session in
                var found: [CandidateView] = []
                var cursor: String?
                repeat {
                    switch session.attempt(filter.operation(cursor: cursor, limit: 200)) {
                    case .success(let page):
                        found += page.data
                        cursor = page.nextCursor
                    case .failure(let problem): return { $0.tell(problem) }
                    }
                } while cursor != nil && found.count < limit
                let chosen = found.prefix(limit)
                let isCut = cursor != nil || found.count > limit
                return { workstation in
                    guard workstation.candidates.filter == filter else { return [] }
                    workstation.candidates.list.select(chosen.map(\.id))
                    for candidate in chosen { workstation.candidates.remembered[candidate.id] = candidate }
                    if isCut {
                        workstation.tell(
                            Phrase(
                                en: "The first \(limit) are selected.", fr: "Les \(limit) premiers sont sélectionnés."))
                    }
                    return []
                }
            }
        ]
    }
}
