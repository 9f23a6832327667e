import Domain
import Engine

/// The messages of the conversation with the cursor, the newest at the bottom.
public struct ConversationThread: Sendable {
    let person: Person
    public private(set) var conversation: ConversationView?
    /// Oldest first; nil until they were read.
    private(set) var messages: [MessageView]?
    public private(set) var pane = Pane()
    private var cache: [Conversation.ID: [MessageView]] = [:]
    private var awaited: Conversation.ID?
    /// Whether the newest message has to be in sight once the pane knows its rows.
    private var wantsBottom = true

    private static let slot = Work.Slot("thread")
    /// Conversations whose messages are kept.
    private static let capacity = 30
    /// Messages that are shown; older ones are found by searching.
    static let length = 200

    init(person: Person) { self.person = person }

    /// Shows a conversation, or none; answers what has to be read.
    mutating func follow(_ conversation: ConversationView?) -> [Work] {
        let isSame = conversation?.id == self.conversation?.id
        self.conversation = conversation
        if !isSame {
            messages = nil
            wantsBottom = true
        }
        guard let conversation else {
            awaited = nil
            compose(keepsPlace: false)
            return []
        }
        if let kept = cache[conversation.id] { messages = kept }
        compose(keepsPlace: isSame)
        guard cache[conversation.id] == nil, awaited != conversation.id else { return [] }
        awaited = conversation.id
        let id = conversation.id
        return [
            .read(Self.slot, ListMessages(convID: id, pageSize: PageSize(Self.length))) { workstation, page in
                workstation.conversations.thread.take(page.data.reversed(), of: id)
                return []
            }
        ]
    }

    /// Reads again what is shown; until then it stays.
    mutating func reload() {
        cache = [:]
        awaited = nil
    }

    private mutating func take(_ messages: [MessageView], of conversation: Conversation.ID) {
        if cache.count >= Self.capacity { cache = [:] }
        cache[conversation] = messages
        guard self.conversation?.id == conversation else { return }
        // What somebody has just written comes into sight.
        if messages.last?.id != self.messages?.last?.id { wantsBottom = true }
        self.messages = messages
        compose(keepsPlace: true)
    }

    private mutating func compose(keepsPlace: Bool) {
        guard let conversation else { return pane.show([]) }
        let composer = ThreadComposer(conversation: conversation, messages: messages, person: person)
        pane.show(composer.lines, keepsPlace: keepsPlace)
    }

    /// Says how large the pane is below its head.
    mutating func resize(width: Int, height: Int, wrap: Wrap) {
        pane.resize(width: width, height: height, wrap: wrap)
        guard wantsBottom, messages != nil, height > 0 else { return }
        pane.goBottom()
        wantsBottom = false
    }

    mutating func scroll(by rows: Int) { pane.wheel(by: rows) }

    /// The text of the newest messages, for the clipboard and the editor: the last first.
    var newest: [MessageView] { (messages ?? []).filter { $0.deletedAt == nil }.reversed() }

    /// Moves inside the pane; nil for what is not a move.
    mutating func perform(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: pane.scroll(by: steps)
        case .moveUp: pane.scroll(by: -steps)
        case .pageDown: pane.page(steps)
        case .pageUp: pane.page(-steps)
        case .goTop: pane.goTop()
        case .goBottom: pane.goBottom()
        case .moveLeft, .moveRight, .sectionNext, .sectionPrevious: break
        default: return nil
        }
        return []
    }
}
