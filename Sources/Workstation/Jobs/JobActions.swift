import Domain
import Engine

extension Workstation {
    /// Actions of the screen of jobs; nil for those that it does not have.
    mutating func performOnJobs(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .paneNext, .panePrevious: jobs.panes.turn()
        case .paneZoom: jobs.panes.isZoomed.toggle()
        case .profileToggle: jobs.panes.toggleDetail()
        case .filter:
            jobs.panes.focus = .list
            push(.filter(jobFilterPrompt))
        case .views: push(.choice(jobViews))
        default: return jobs.focus == .list ? performOnJobRows(invocation) : performOnJobDetail(invocation)
        }
        return jobs.works()
    }

    private mutating func performOnJobDetail(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .cancel, .close:
            jobs.panes.leaveDetail()
            return jobs.works()
        case .open: return showApplicants()
        case .copy: return copyJobs()
        default: return jobs.detail.perform(invocation)
        }
    }

    /// Goes to the board with the applicants of the job that has the cursor.
    private mutating func showApplicants() -> [Work] {
        guard let job = jobs.current, job.openApplications != nil, places.contains(.pipeline) else { return [] }
        var filter = BoardFilter()
        filter.job = BoardFilter.Named(id: job.id, name: job.title)
        let works = board.setFilter(filter)
        return works + go(to: .pipeline)
    }

    private mutating func performOnJobRows(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: jobs.list.move(by: steps)
        case .moveUp: jobs.list.move(by: -steps)
        case .pageDown: jobs.list.page(steps)
        case .pageUp: jobs.list.page(-steps)
        case .goTop: jobs.list.goTop()
        case .goBottom: jobs.list.goBottom()
        case .moveLeft, .moveRight: return []
        case .open:
            guard jobs.current != nil else { return [] }
            jobs.panes.openDetail()
        case .selectToggle:
            jobs.list.toggleSelection()
            jobs.rememberSelected()
            jobs.list.move(by: 1)
        case .selectRange: jobs.list.toggleRange()
        case .selectAll: jobs.list.select(jobs.list.inMemory.map(\.id))
        case .sort: push(.choice(jobOrders))
        case .columns: push(.choice(jobColumns(cursor: 0)))
        case .cancel: return cancelOnJobs()
        case .close: return leaveScreen()
        case .copy: return copyJobs()
        default: return nil
        }
        if jobs.list.isSelectingRange || invocation.action == .selectAll { jobs.rememberSelected() }
        return jobs.works()
    }

    /// Esc takes back one thing at a time and destroys nothing.
    private mutating func cancelOnJobs() -> [Work] {
        if !jobs.list.selected.isEmpty || jobs.list.isSelectingRange {
            jobs.list.clearSelection()
            jobs.remembered = [:]
            return []
        }
        var filter = jobs.filter
        if !filter.text.isEmpty {
            filter.text = ""
        } else {
            filter = JobFilter()
            filter.sortBy = jobs.filter.sortBy
            filter.isDescending = jobs.filter.isDescending
        }
        return jobs.setFilter(filter)
    }

    private mutating func copyJobs() -> [Work] {
        let lines = jobs.chosen.map { "\($0.title)\t\($0.companyName)\t\($0.location.shortText)" }
        guard !lines.isEmpty else { return [] }
        request(.copy(lines.joined(separator: "\n")))
        return []
    }
}
