import Domain
import Engine

/// Makes the lines of a thread.
struct ThreadComposer {
    let conversation: ConversationView
    /// Oldest first; nil until they were read.
    let messages: [MessageView]?
    let person: Person

    private var language: Language { person.language }
    private var dates: DateWords { DateWords(person: person, now: nil) }

    private func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    /// What stands for the words of a deleted message.
    static let deleted = Phrase(en: "(message deleted)", fr: "(message supprimé)")

    var lines: [PaneLine] {
        guard let messages else { return [] }
        guard !messages.isEmpty else {
            return [.text(say("Nothing was written yet.", "Rien n’a encore été écrit."), .dim)]
        }
        var lines: [PaneLine] = []
        let older = conversation.messageCount - messages.count
        if older > 0 {
            let count = NumberWords.count(older, language)
            lines += [
                .text(say("\(count) older ones are not shown.", "\(count) plus anciens ne sont pas montrés."), .dim),
                .blank,
            ]
        }
        let unread = firstUnread
        for message in messages {
            if message.id == unread {
                lines += [.text(say("── new ──", "── nouveau ──"), .attention), .blank]
            }
            lines += self.lines(of: message)
        }
        return lines + receipt
    }

    /// The first message that the person has not read.
    private var firstUnread: Message.ID? {
        guard let count = conversation.unread, count > 0, let messages else { return nil }
        let others = messages.filter { !$0.own && $0.deletedAt == nil }
        return others.suffix(count).first?.id
    }

    private func lines(of message: MessageView) -> [PaneLine] {
        let sender = message.own ? say("You", "Vous") : message.senderName
        var lines: [PaneLine] = [.heading(sender, trailing: dates.dayAndTime(message.sentAt))]
        if let body = message.body {
            lines.append(.text(body))
            if message.editedAt != nil { lines.append(.text(say("edited", "modifié"), .dim)) }
        } else {
            lines.append(.text(Self.deleted[language], .dim))
        }
        return lines + failures(of: message) + [.blank]
    }

    /// Whom the message did not reach by mail, and why.
    private func failures(of message: MessageView) -> [PaneLine] {
        (message.undelivered ?? []).map { mail in
            let name = mail.recipientName
            let why = mail.reason.isEmpty ? "" : " " + mail.reason
            return .text(
                say(
                    "Not delivered to \(name) by mail: \(mail.failure.title.english).\(why)",
                    "Courrier non remis à \(name) : \(mail.failure.title.french).\(why)"), .attention)
        }
    }

    /// Who has read the person's last message.
    private var receipt: [PaneLine] {
        guard let last = messages?.last, last.own, last.deletedAt == nil else { return [] }
        let names = conversation.participants.filter { last.readBy.contains($0.userID) }.map(\.name)
        guard !names.isEmpty else { return [.text(say("Not read yet", "Pas encore lu"), .dim)] }
        let list = names.joined(separator: ", ")
        return [.text(say("Read by \(list)", "Lu par \(list)"), .dim)]
    }
}
