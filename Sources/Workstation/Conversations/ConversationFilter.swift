import Domain
import Engine

extension ConversationView: Identifiable {}

/// Which conversations are listed.
public struct ConversationFilter: Sendable, Hashable, SearchFilter {
    typealias Row = ConversationView

    public enum Box: String, Sendable, CaseIterable, Hashable {
        case inbox, unread, archived
        /// Everybody's, for admins.
        case everybody

        public var title: Phrase {
            switch self {
            case .inbox: Phrase(en: "Conversations", fr: "Conversations")
            case .unread: Phrase(en: "Unread", fr: "Non lues")
            case .archived: Phrase(en: "Put away", fr: "Archivées")
            case .everybody: Phrase(en: "Everybody’s conversations", fr: "Conversations de tous")
            }
        }
    }

    /// What they are about.
    public struct Named: Sendable, Hashable {
        public var id: AnyEntity.ID
        public var name: String
    }

    /// Words in the search language.
    public var text = ""
    public var box = Box.inbox
    public var related: Named?

    public init() {}

    /// Whether it is the plain list of one's own.
    public var isEmpty: Bool { self == ConversationFilter() }

    /// Whether what is new stands first.
    var isNewestFirst: Bool { true }

    /// What the list is narrowed to besides the words.
    public func title(_ language: Language) -> String {
        ([box.title[language]] + [related?.name].compactMap { $0 }).joined(separator: " · ")
    }

    func operation(
        isFromEnd: Bool, isForgiving: Bool, cursor: String?, limit: Int
    ) -> ListConversations {
        let words = text.nonBlank
        return ListConversations(
            q: words.map { Text(cutting: $0) }, asYouType: words == nil ? nil : isForgiving,
            unread: box == .unread ? true : nil, archived: box == .archived ? true : nil,
            mine: box == .everybody ? nil : true, relatedID: related?.id,
            sortOrder: isFromEnd ? .ascending : .descending, pageSize: PageSize(limit),
            cursor: cursor.flatMap { ListCursor(text: $0) })
    }
}
