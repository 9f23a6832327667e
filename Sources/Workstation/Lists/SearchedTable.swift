import Domain
import Engine

/// What a list is narrowed to while words are typed.
protocol SearchFilter: Sendable, Hashable {
    associatedtype Row: Codable & Sendable & Identifiable where Row.ID: Sendable
    associatedtype Operation: RouteOperation where Operation.Answer == Page<Row>

    /// Words in the search language.
    var text: String { get }
    /// Whether what is new stands first.
    var isNewestFirst: Bool { get }

    /// The operation that reads a page. `isFromEnd` turns the order around; what is still being typed is forgiven
    /// where `isForgiving`.
    func operation(isFromEnd: Bool, isForgiving: Bool, cursor: String?, limit: Int) -> Operation
}

extension SearchFilter {
    /// A page in the list's own order.
    func operation(cursor: String?, limit: Int) -> Operation {
        operation(isFromEnd: false, isForgiving: true, cursor: cursor, limit: limit)
    }
}

/// A list of records that words narrow while they are typed: how it is read, and where a new record is.
protocol SearchedTable: Sendable {
    associatedtype Filter: SearchFilter

    /// Where the workstation has it.
    static var path: WritableKeyPath<Workstation, Self> { get }
    /// What its readings are for.
    static var slotName: String { get }

    var list: RowList<Filter.Row> { get set }
    var filter: Filter { get }
    /// Why the list could not be read: a mistake in the search, for instance.
    var problem: Problem? { get set }

    /// What has to be read for what is in sight.
    mutating func works() -> [Work]
}

extension SearchedTable {
    /// What the list itself needs; nothing after a refusal, until something is asked for anew.
    mutating func listWorks() -> [Work] {
        guard problem == nil, let fetch = list.fetch else { return [] }
        return [fetch.lane(read(fetch))]
    }

    private func read(_ fetch: RowList<Filter.Row>.Fetch) -> Work {
        let operation = filter.operation(
            isFromEnd: fetch.isFromEnd, isForgiving: true, cursor: fetch.cursor, limit: fetch.page.limit)
        return .read(Work.Slot(Self.slotName), operation) { workstation, page in
            let take: Effect = { workstation in
                workstation[keyPath: Self.path].list.take(
                    page.data, at: fetch, nextCursor: page.nextCursor, total: page.total,
                    isTotalExact: page.totalExact ?? true)
                return workstation[keyPath: Self.path].works()
            }
            let table = workstation[keyPath: Self.path]
            let isNothing = page.data.isEmpty && fetch.cursor == nil && table.filter.text.nonBlank != nil
            return isNothing ? [table.explaining(else: take)] : take(&workstation)
        } refused: { workstation, problem in
            workstation[keyPath: Self.path].problem = problem
            return []
        }
    }

    /// Words that are still being typed are forgiven much. Where they find nothing, the search is tried as it stands:
    /// a mistake in it is told, and the rows before it stay; without one there is nothing.
    private func explaining(else takeNothing: @escaping Effect) -> Work {
        let asked = filter
        let operation = asked.operation(isFromEnd: false, isForgiving: false, cursor: nil, limit: 1)
        return .read(Work.Slot("\(Self.slotName).explanation"), operation) { workstation, _ in
            workstation[keyPath: Self.path].filter == asked ? takeNothing(&workstation) : []
        } refused: { workstation, problem in
            if workstation[keyPath: Self.path].filter == asked { workstation[keyPath: Self.path].problem = problem }
            return []
        }
    }

    /// Puts the cursor on a new record once the list is read again.
    fileprivate mutating func seek(_ id: Filter.Row.ID) {
        if filter.isNewestFirst { list.goTop() }
        list.clearSelection()
        list.seek(id)
    }
}

extension Workstation {
    /// Goes to a new record in its list, so that the next key is about it and no other; where the filter or the order
    /// hides it, a toast says so.
    mutating func showNew<Table: SearchedTable>(
        _ id: Table.Filter.Row.ID, named name: String, in table: Table.Type,
        after refresh: (inout Workstation) -> [Work]
    ) -> [Work] {
        self[keyPath: Table.path].seek(id)
        let check = Work.read(Work.Slot("\(Table.slotName).new")) { _ in
            { workstation in
                guard workstation[keyPath: Table.path].list.index(of: id) == nil else { return [] }
                workstation.tell(
                    Phrase(
                        en: "\(name) is not in sight: the list is filtered or in another order.",
                        fr: "\(name) : hors de vue, la liste est filtrée ou triée autrement."))
                return []
            }
        }
        return refresh(&self) + [check]
    }
}
