import Domain
import Engine

/// The screen of jobs: a table, and the detail of the job with the cursor.
public struct JobTable: Sendable, SearchedTable {
    let person: Person
    public internal(set) var list = RowList<JobView>(pageSize: 50)
    public internal(set) var filter = JobFilter()
    /// The columns that the person wants, in their order.
    public internal(set) var columns: [JobColumn]
    public internal(set) var panes = TablePanes()
    public internal(set) var detail: JobDetail
    /// Why the list could not be read: a mistake in the search, for instance.
    public internal(set) var problem: Problem?
    /// Selected jobs, whose rows may not be in memory any more.
    var remembered: [Job.ID: JobView] = [:]

    static var path: WritableKeyPath<Workstation, JobTable> { \.jobs }
    static let slotName = "jobs"

    init(person: Person) {
        self.person = person
        columns = JobColumn.standard(person.role)
        detail = JobDetail(person: person)
    }

    public var focus: Focus { panes.focus }
    public var current: JobView? { list.current }

    /// Shows the columns of that name; without the title's own there is no table.
    mutating func restore(columns names: [String]) {
        let chosen = names.compactMap(JobColumn.init(rawValue:))
        if chosen.contains(.title) { columns = JobColumn.allCases.filter(chosen.contains) }
    }

    /// What the columns hold for a job.
    public func cells(_ job: JobView, now: Instant) -> [String] {
        let dates = DateWords(person: person, now: now)
        return columns.map { $0.text(job, dates) }
    }

    /// Says how much fits.
    public mutating func resize(width: Int, height: Int) {
        panes.resize(width: width, height: height)
        list.resize(height: panes.rows)
    }

    /// Like `resize`, and answers what has to be read where more fits than before.
    public mutating func fit(width: Int, height: Int) -> [Work] {
        let before = (list.window.height, panes.isDetailShown)
        resize(width: width, height: height)
        let isSame = before == (list.window.height, panes.isDetailShown)
        return isSame || !list.isLoaded ? [] : works()
    }

    /// Says how large the pane is below its head.
    public mutating func resizeDetail(width: Int, height: Int, wrap: Wrap) {
        detail.resize(width: width, height: height, wrap: wrap)
    }

    mutating func reload() {
        problem = nil
        list.reload()
        detail.reload()
    }

    mutating func setFilter(_ filter: JobFilter) -> [Work] {
        guard filter != self.filter else { return [] }
        self.filter = filter
        problem = nil
        list.reset()
        remembered = [:]
        return works()
    }

    // MARK: Reading

    /// What has to be read for what is in sight.
    mutating func works() -> [Work] {
        let reading = listWorks()
        guard panes.isDetailShown else { return reading }
        return reading + detail.follow(current)
    }

    /// A job is no application: card actions have nothing here.
    var subjects: [Subject] { [] }

    // MARK: Selecting

    /// The jobs that are selected, or the one with the cursor. A selection counts while the list has the keys.
    var chosen: [JobView] {
        guard panes.focus == .list, !list.selected.isEmpty else { return current.map { [$0] } ?? [] }
        let visible = list.inMemory.filter { list.isSelected($0) }
        let ids = Set(visible.map(\.id))
        let elsewhere = remembered.values.filter { list.isSelected($0) && !ids.contains($0.id) }
        return visible + elsewhere.sorted { $0.id < $1.id }
    }

    /// Keeps the rows that are selected, for when they are out of memory.
    mutating func rememberSelected() {
        for row in list.inMemory where list.isSelected(row) { remembered[row.id] = row }
        remembered = remembered.filter { list.isSelected($0.value) }
    }

    // MARK: Mouse

    mutating func click(_ target: Target) -> [Work] {
        switch target {
        case .row(let index):
            panes.focus = .list
            list.move(to: index)
        case .columnHead(let index): return sort(byColumn: index)
        case .detail: panes.focus = .detail
        case .section(let number):
            panes.focus = .detail
            return detail.show(section: number)
        default: break
        }
        return works()
    }

    /// A press on a column's head orders by it, a second one the other way around.
    private mutating func sort(byColumn index: Int) -> [Work] {
        guard columns.indices.contains(index), let field = columns[index].sort else { return [] }
        var filter = filter
        filter.isDescending = filter.sortBy == field ? !filter.isDescending : field == .createdAt
        filter.sortBy = field
        return setFilter(filter)
    }

    mutating func scroll(_ target: Target, by rows: Int) -> [Work] {
        switch target {
        case .row, .columnHead: list.scroll(by: rows)
        case .detail, .section:
            detail.scroll(by: rows)
            return []
        default: return []
        }
        return works()
    }
}
