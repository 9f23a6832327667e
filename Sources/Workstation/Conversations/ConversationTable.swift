import Domain
import Engine

/// The screen of conversations: the list, and the thread of the one with the cursor.
public struct ConversationTable: Sendable, SearchedTable {
    let person: Person
    public internal(set) var list = RowList<ConversationView>(pageSize: 50)
    public internal(set) var filter = ConversationFilter()
    public internal(set) var panes = TablePanes(detailShare: 58)
    public internal(set) var thread: ConversationThread
    /// Why the list could not be read: a mistake in the search, for instance.
    public internal(set) var problem: Problem?
    /// How many conversations have something unread.
    public internal(set) var unread = 0

    static var path: WritableKeyPath<Workstation, ConversationTable> { \.conversations }
    static let slotName = "conversations"

    init(person: Person) {
        self.person = person
        thread = ConversationThread(person: person)
    }

    public var focus: Focus { panes.focus }
    public var current: ConversationView? { list.current }

    /// What the columns hold for a conversation.
    public func cells(_ conversation: ConversationView, now: Instant) -> [String] {
        let dates = DateWords(person: person, now: now)
        return ConversationColumn.allCases.map { $0.text(conversation, person, dates) }
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

    /// Says how large the thread is below its head.
    public mutating func resizeThread(width: Int, height: Int, wrap: Wrap) {
        thread.resize(width: width, height: height, wrap: wrap)
    }

    mutating func reload() {
        problem = nil
        list.reload()
        thread.reload()
    }

    mutating func setFilter(_ filter: ConversationFilter) -> [Work] {
        guard filter != self.filter else { return [] }
        self.filter = filter
        problem = nil
        list.reset()
        return works()
    }

    /// Shows a conversation as it is now.
    mutating func take(_ conversation: ConversationView) { list.replace(conversation) }

    // MARK: Reading

    /// What has to be read for what is in sight.
    mutating func works() -> [Work] {
        let reading = listWorks()
        guard panes.isDetailShown else { return reading }
        return reading + thread.follow(current)
    }

    /// Counts what is unread, for the mark beside the screen's name.
    static var counting: Work {
        .read(Work.Slot("unread"), ListConversations(unread: true, pageSize: PageSize(1))) { workstation, page in
            workstation.conversations.unread = page.total
            return []
        }
    }

    // MARK: Mouse

    mutating func click(_ target: Target) -> [Work] {
        switch target {
        case .row(let index):
            panes.focus = .list
            list.move(to: index)
        case .detail: panes.focus = .detail
        default: break
        }
        return works()
    }

    mutating func scroll(_ target: Target, by rows: Int) -> [Work] {
        switch target {
        case .row, .columnHead: list.scroll(by: rows)
        case .detail, .section:
            thread.scroll(by: rows)
            return []
        default: return []
        }
        return works()
    }
}

/// A column of the list of conversations.
public enum ConversationColumn: String, Sendable, CaseIterable, Hashable {
    case unread, people, subject, last, time

    public var title: Phrase {
        switch self {
        case .unread: Phrase(en: "New", fr: "Non lu")
        case .people: Phrase(en: "With", fr: "Avec")
        case .subject: Phrase(en: "Subject", fr: "Objet")
        case .last: Phrase(en: "Last message", fr: "Dernier message")
        case .time: Phrase(en: "When", fr: "Quand")
        }
    }

    public var isNumeric: Bool { self == .time }

    func text(_ conversation: ConversationView, _ person: Person, _ dates: DateWords) -> String {
        switch self {
        case .unread: return conversation.unread.flatMap { $0 > 0 ? "● \($0)" : nil } ?? ""
        case .people: return conversation.others(than: person)
        case .subject: return conversation.subject
        case .last:
            guard let last = conversation.lastMessage else { return "" }
            let said = last.excerpt ?? ThreadComposer.deleted[dates.language]
            return last.senderID == person.userID ? "→ " + said : said
        case .time: return dates.short(conversation.lastMessageAt)
        }
    }
}

extension ConversationView {
    /// The names of the others who take part.
    func others(than person: Person) -> String {
        participants.filter { $0.userID != person.userID }.map(\.name).joined(separator: ", ")
    }
}
