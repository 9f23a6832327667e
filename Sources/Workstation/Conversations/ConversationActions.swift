import Domain
import Engine

extension Workstation {
    /// Actions of the screen of conversations; nil for those that it does not have.
    mutating func performOnConversations(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .paneNext, .panePrevious:
            conversations.panes.turn()
            return conversations.works() + markReadIfShown()
        case .paneZoom: conversations.panes.isZoomed.toggle()
        case .profileToggle: conversations.panes.toggleDetail()
        case .filter:
            conversations.panes.focus = .list
            push(.filter(conversationFilterPrompt))
        case .views: push(.choice(conversationViews))
        case .recordAdd: return composeConversation()
        case .messageReply: return reply()
        case .editExternal: return replyInEditor()
        case .conversationRead: return markRead()
        case .conversationArchive: return archive()
        case .editForm: return renameConversation()
        case .recordDelete: return leaveConversation()
        case .copy: return copyMessage()
        default:
            return conversations.focus == .list ? performOnConversationRows(invocation) : performOnThread(invocation)
        }
        return conversations.works()
    }

    private mutating func performOnThread(_ invocation: Invocation) -> [Work]? {
        switch invocation.action {
        case .cancel, .close:
            conversations.panes.leaveDetail()
            return conversations.works()
        case .open: return reply()
        default: return conversations.thread.perform(invocation)
        }
    }

    private mutating func performOnConversationRows(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: conversations.list.move(by: steps)
        case .moveUp: conversations.list.move(by: -steps)
        case .pageDown: conversations.list.page(steps)
        case .pageUp: conversations.list.page(-steps)
        case .goTop: conversations.list.goTop()
        case .goBottom: conversations.list.goBottom()
        case .moveLeft, .moveRight: return []
        case .open:
            guard conversations.current != nil else { return [] }
            conversations.panes.openDetail()
            return conversations.works() + markReadIfShown()
        case .cancel: return cancelOnConversations()
        case .close: return leaveScreen()
        default: return nil
        }
        return conversations.works()
    }

    /// Esc takes back one thing at a time and destroys nothing.
    private mutating func cancelOnConversations() -> [Work] {
        var filter = conversations.filter
        if filter.text.isEmpty { filter = ConversationFilter() } else { filter.text = "" }
        return conversations.setFilter(filter)
    }

    private mutating func copyMessage() -> [Work] {
        guard let text = conversations.thread.newest.first?.body else { return [] }
        request(.copy(text))
        return []
    }

    // MARK: Reading off and putting away

    /// Whoever looks at a thread has read it.
    private func markReadIfShown() -> [Work] {
        guard conversations.focus == .detail, conversations.current?.unread ?? 0 > 0 else { return [] }
        return markRead()
    }

    private func markRead() -> [Work] {
        guard let conversation = conversations.current, conversation.unread ?? 0 > 0 else { return [] }
        let id = conversation.id
        return [
            .write { session in
                let newest = session.attempt(ListMessages(convID: id, pageSize: PageSize(200)))
                guard case .success(let page) = newest, let message = page.data.first(where: { !$0.own }) else {
                    return { _ in [] }
                }
                let marked = session.attempt(MarkMessageRead(messageID: message.id))
                let read = session.attempt(GetConversation(convID: id))
                return { workstation in
                    if case .failure(let problem) = marked { return workstation.tell(problem) }
                    if case .success(let view) = read { workstation.conversations.take(view) }
                    return [ConversationTable.counting]
                }
            }
        ]
    }

    /// Puts the conversation away, or takes it back; undo does the other.
    private mutating func archive() -> [Work] {
        guard let conversation = conversations.current else { return tellNoConversation() }
        let archives = conversation.archivedAt == nil
        let id = conversation.id
        let subject = conversation.subject
        let archiving = Reversible<UpdateConversation, UpdateConversation>(
            label: archives
                ? Phrase(en: "“\(subject)” put away", fr: "« \(subject) » : archivée")
                : Phrase(en: "“\(subject)” taken back", fr: "« \(subject) » : désarchivée"),
            doAgain: { _ in UpdateConversation(convID: id, archived: archives) },
            takeBack: { _ in UpdateConversation(convID: id, archived: !archives) },
            refresh: { $0.refreshConversations() })
        return [
            .write(UpdateConversation(convID: id, archived: archives)) { workstation, view in
                workstation.settle(archiving, view)
            }
        ]
    }

    /// Leaves a conversation after a question; an admin deletes it for all.
    private mutating func leaveConversation() -> [Work] {
        guard let conversation = conversations.current else { return tellNoConversation() }
        let subject = conversation.subject
        let isAdmin = person.role == .admin || person.role == .superadmin
        push(
            .confirmation(
                Confirmation(
                    title: isAdmin
                        ? say(Phrase(en: "Delete “\(subject)”?", fr: "Supprimer « \(subject) » ?"))
                        : say(Phrase(en: "Leave “\(subject)”?", fr: "Quitter « \(subject) » ?")),
                    consequence: isAdmin
                        ? say(
                            Phrase(
                                en: "The conversation goes for everybody who takes part.",
                                fr: "La conversation disparaît pour tous ses participants."))
                        : say(
                            Phrase(
                                en:
                                    "It goes on for the others, and you do not see it any more. Undo cannot bring it back.",
                                fr: "Elle continue pour les autres et vous ne la voyez plus. Annuler ne peut pas la "
                                    + "rétablir.")),
                    confirmLabel: isAdmin
                        ? say(Phrase(en: "Delete", fr: "Supprimer")) : say(Phrase(en: "Leave", fr: "Quitter"))
                ) { _ in
                    [
                        .write(DeleteConversation(convID: conversation.id)) { workstation, _ in
                            workstation.refreshConversations()
                        }
                    ]
                }))
        return []
    }

    mutating func refreshConversations() -> [Work] {
        conversations.reload()
        return conversations.works() + [ConversationTable.counting]
    }

    mutating func tellNoConversation() -> [Work] {
        tell(Phrase(en: "There is no conversation here.", fr: "Il n’y a pas de conversation ici."))
        return []
    }
}
