import Domain
import Engine

/// The screen of candidates: a table, and the profile of the candidate with the cursor. A candidate has its own
/// profile in the place of both.
public struct CandidateTable: Sendable, SearchedTable {
    let person: Person
    public internal(set) var list = RowList<CandidateView>(pageSize: 50)
    public internal(set) var filter = CandidateFilter()
    /// The columns that the person wants, in their order.
    public internal(set) var columns = CandidateColumn.standard
    public internal(set) var panes = TablePanes()
    public var profile: Profile
    /// Why the list could not be read: a mistake in the search, for instance.
    public internal(set) var problem: Problem?
    /// Selected candidates, whose rows may not be in memory any more.
    var remembered: [Candidate.ID: CandidateView] = [:]
    /// The profile of a person who is a candidate, once it has one.
    var ownCandidateID: Candidate.ID?

    static var path: WritableKeyPath<Workstation, CandidateTable> { \.candidates }
    static let slotName = "candidates"

    init(person: Person) {
        self.person = person
        ownCandidateID = person.candidateID
        profile = Profile(person: person, place: .candidates)
        if isOwnProfile {
            panes.openDetail()
            panes.isZoomed = true
        }
    }

    /// Whether the screen is a candidate's own profile.
    public var isOwnProfile: Bool { person.role == .candidate }
    public var focus: Focus { panes.focus }
    public var current: CandidateView? { list.current }

    /// Shows the columns of that name; without the name's own there is no table.
    mutating func restore(columns names: [String]) {
        let chosen = names.compactMap(CandidateColumn.init(rawValue:))
        if chosen.contains(.name) { columns = CandidateColumn.allCases.filter(chosen.contains) }
    }

    /// What the columns hold for a candidate.
    public func cells(_ candidate: CandidateView, now: Instant) -> [String] {
        let dates = DateWords(person: person, now: now)
        return columns.map { $0.text(candidate, dates) }
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

    mutating func reload() {
        problem = nil
        list.reload()
        profile.reload()
    }

    mutating func setFilter(_ filter: CandidateFilter) -> [Work] {
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
        if isOwnProfile {
            return profile.follow(ownCandidateID.map { Profile.Subject(own: $0, name: person.name) })
        }
        let reading = listWorks()
        guard panes.isDetailShown else { return reading }
        return reading + profile.follow(current.map { Profile.Subject($0, language: person.language) })
    }

    /// Whether actions are about selected rows other than the one with the cursor.
    var isSelecting: Bool {
        panes.focus == .list && !list.selected.isEmpty && list.selected != Set(current.map { [$0.id] } ?? [])
    }

    /// What card actions are about: the application that the profile shows. Where others are selected it is not theirs.
    var subjects: [Subject] {
        guard !isSelecting else { return [] }
        guard panes.isDetailShown, !profile.isLoading, let application = profile.application else { return [] }
        return [Subject(application)]
    }

    // MARK: Selecting

    /// The candidates that are selected, or the one with the cursor. A selection counts while the list has the keys.
    var chosen: [CandidateView] {
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
            return profile.show(section: number)
        default: break
        }
        return works()
    }

    /// A press on a column's head orders by it, a second one the other way around.
    private mutating func sort(byColumn index: Int) -> [Work] {
        guard columns.indices.contains(index), let field = columns[index].sort,
            field != .name || person.role != .employer
        else { return [] }
        var filter = filter
        filter.isDescending = filter.sortBy == field ? !filter.isDescending : field == .createdAt
        filter.sortBy = field
        return setFilter(filter)
    }

    mutating func scroll(_ target: Target, by rows: Int) -> [Work] {
        switch target {
        case .row, .columnHead: list.scroll(by: rows)
        case .detail, .section:
            profile.scroll(by: rows)
            return []
        default: return []
        }
        return works()
    }
}
