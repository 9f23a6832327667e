import Domain
import Engine

extension Workstation {
    var conversationFilterPrompt: FilterPrompt {
        FilterPrompt(
            text: conversations.filter.text,
            placeholder: Phrase(
                en: "words, \"a phrase\", subject:interview, person:morel",
                fr: "mots, \"une expression\", objet:entretien, personne:morel")
        ) { text in
            { workstation in
                var filter = workstation.conversations.filter
                filter.text = text
                return workstation.conversations.setFilter(filter)
            }
        }
    }

    /// The views that the list has by itself.
    var conversationViews: Choice {
        let isAdmin = person.role == .admin || person.role == .superadmin
        let letters: [(ConversationFilter.Box, Character)] =
            [(.inbox, "i"), (.unread, "u"), (.archived, "a")] + (isAdmin ? [(.everybody, "e")] : [])
        let items = letters.map { box, letter in
            Choice.Item(say(box.title), letter: letter) { workstation in
                var filter = ConversationFilter()
                filter.text = workstation.conversations.filter.text
                filter.box = box
                return workstation.conversations.setFilter(filter)
            }
        }
        let cursor = letters.firstIndex { $0.0 == conversations.filter.box } ?? 0
        return Choice(title: say(Phrase(en: "Views", fr: "Vues")), items: items, cursor: cursor)
    }
}
