import Domain
import Engine
import JSON

extension Workstation {
    /// Templates are read first where the role may use them; then the form is shown.
    private func withTemplates(
        _ show: @escaping @Sendable (inout Workstation, [TemplateView]) -> [Work]
    ) -> [Work] {
        guard Catalogue.allows("messaging.templates.list", person.role) else {
            return [Work.read(Work.Slot("templates")) { _ in { show(&$0, []) } }]
        }
        let reading = ListTemplates(kind: .message, sortBy: .name, pageSize: PageSize(200))
        return [.read(Work.Slot("templates"), reading) { show(&$0, $1.data) }]
    }

    /// The fields of a message: a template where there are any, or one's own words.
    private func messageFields(_ templates: [TemplateView], isRequired: Bool) -> [FormField] {
        var fields: [FormField] = []
        // A template that asks for more than the conversation knows is written by hand.
        let usable = templates.filter { $0.variables.allSatisfy(ConversationForms.known.contains) }
        if !usable.isEmpty {
            fields.append(
                FormField(
                    "template_id", say(Phrase(en: "Template", fr: "Modèle")),
                    .choice([("", "–")] + usable.map { ($0.id.description, $0.name) }),
                    help: say(
                        Phrase(
                            en: "With a template, leave the message empty.",
                            fr: "Avec un modèle, laissez le message vide."))))
        }
        fields.append(
            FormField(
                "body", say(Phrase(en: "Message", fr: "Message")), .longText(limit: 20_000),
                isRequired: isRequired && usable.isEmpty))
        return fields
    }

    // MARK: Answering

    mutating func reply() -> [Work] {
        guard let conversation = conversations.current else { return tellNoConversation() }
        guard conversation.unread != nil else { return tellOnlooker() }
        return withTemplates { workstation, templates in
            workstation.push(.form(workstation.replyForm(conversation, templates)))
            return []
        }
    }

    private func replyForm(_ conversation: ConversationView, _ templates: [TemplateView]) -> Form {
        let others = conversation.others(than: person)
        let language = language
        var form = Form(
            id: ConversationForms.reply, title: say(Phrase(en: "To \(others)", fr: "À \(others)")),
            fields: messageFields(templates, isRequired: true), submitLabel: say(Phrase(en: "Send", fr: "Envoyer"))
        ) { values in
            var input = FormInput()
            input.set("conv_id", .string(conversation.id.description))
            for name in ["template_id", "body"] { input.set(name, values[name]) }
            return .submitting(SendMessage.self, input, of: ConversationForms.reply, in: language) { workstation, _ in
                workstation.finishForm(ConversationForms.reply)
                workstation.tell(Phrase(en: "Sent.", fr: "Envoyé."), level: .done)
                return workstation.refreshConversations()
            }
        }
        // Whoever answers begins to write; a template is chosen above.
        form.cursor = form.fields.firstIndex { $0.name == "body" } ?? 0
        return form
    }

    /// Answers in the person's own editor: what is saved there is sent, an empty text is not.
    mutating func replyInEditor() -> [Work] {
        guard let conversation = conversations.current else { return tellNoConversation() }
        guard conversation.unread != nil else { return tellOnlooker() }
        let id = conversation.id
        request(
            .edit(text: "", suffix: ".md") { saved in
                { workstation in
                    guard let body = saved.flatMap({ Text<20_000>($0) }) else {
                        workstation.tell(Phrase(en: "Nothing was sent.", fr: "Rien n’a été envoyé."))
                        return []
                    }
                    return [
                        .write(SendMessage(convID: id, body: body)) { workstation, _ in
                            workstation.tell(Phrase(en: "Sent.", fr: "Envoyé."), level: .done)
                            return workstation.refreshConversations()
                        }
                    ]
                }
            })
        return []
    }

    private mutating func tellOnlooker() -> [Work] {
        tell(
            error: say(
                Phrase(
                    en: "You only look on: who takes part writes here.",
                    fr: "Vous ne faites que consulter : seuls les participants écrivent ici.")))
    }

    // MARK: Beginning

    /// Asks whom to write to, and what.
    mutating func composeConversation(about related: ConversationForms.About? = nil) -> [Work] {
        withTemplates { workstation, templates in
            workstation.push(.form(workstation.newConversationForm(about: related, templates)))
            return []
        }
    }

    private func newConversationForm(about related: ConversationForms.About?, _ templates: [TemplateView]) -> Form {
        let language = language
        let fields =
            [
                FormField(
                    "participants", say(Phrase(en: "To", fr: "À")), .lookup(.recipients(language)),
                    value: related?.recipient.description ?? "", isRequired: true, valueLabel: related?.name),
                FormField(
                    "subject", say(Phrase(en: "Subject", fr: "Objet")), .text(limit: 200),
                    value: related?.subject ?? "", isRequired: true),
            ] + messageFields(templates, isRequired: true)
        return Form(
            id: ConversationForms.new, title: say(Phrase(en: "New conversation", fr: "Nouvelle conversation")),
            fields: fields, submitLabel: say(Phrase(en: "Send", fr: "Envoyer"))
        ) { values in
            var input = FormInput()
            for name in ["subject", "template_id", "body"] { input.set(name, values[name]) }
            if let person = values["participants"]?.nonBlank { input.set("participants", .array([.string(person)])) }
            if let related {
                input.set("related_type", .string(Conversation.Related.application.rawValue))
                input.set("related_id", .string(related.application.description))
            }
            return .submitting(CreateConversation.self, input, of: ConversationForms.new, in: language) {
                workstation, made in
                workstation.finishForm(ConversationForms.new)
                workstation.tell("\(made.subject) → \(made.others(than: workstation.person))", level: .done)
                let works = workstation.go(to: .conversations)
                return works + workstation.refreshConversations()
            }
        }
    }

    /// Gives a conversation another subject; undo gives it back.
    mutating func renameConversation() -> [Work] {
        guard let conversation = conversations.current else { return tellNoConversation() }
        let before = conversation.subject
        let id = conversation.id
        let form = Form(
            id: ConversationForms.rename, title: say(Phrase(en: "Rename", fr: "Renommer")),
            fields: [
                FormField(
                    "subject", say(Phrase(en: "Subject", fr: "Objet")), .text(limit: 200), value: before,
                    isRequired: true)
            ], submitLabel: say(Phrase(en: "Rename", fr: "Renommer"))
        ) { values in
            let after = Text<200>(cutting: values["subject"] ?? "")
            let renaming = Reversible<UpdateConversation, UpdateConversation>(
                label: Phrase(en: "Now “\(after.value)”", fr: "Désormais « \(after.value) »"),
                doAgain: { _ in UpdateConversation(convID: id, subject: after) },
                takeBack: { _ in UpdateConversation(convID: id, subject: Text(cutting: before)) },
                refresh: { $0.refreshConversations() })
            return .success(
                .write(UpdateConversation(convID: id, subject: after)) { workstation, view in
                    workstation.finishForm(ConversationForms.rename)
                    return workstation.settle(renaming, view)
                } refused: { workstation, problem in
                    workstation.showInForm(ConversationForms.rename, problem)
                })
        }
        push(.form(form))
        return []
    }

    // MARK: From an application

    /// Goes to the conversation about the selected application, or begins one with its candidate.
    mutating func openConversation() -> [Work] {
        guard places.contains(.conversations) else { return [] }
        guard place != .conversations else { return reply() }
        guard let subject = oneSubject() else { return [] }
        let account = Catalogue.allows("applications.pipeline", person.role)
        return [
            .read(Work.Slot("conversation")) { session in
                let id: AnyEntity.ID = subject.id.cast()
                let found = session.attempt(ListConversations(mine: true, relatedID: id, pageSize: PageSize(1)))
                if case .success(let page) = found, page.total > 0 {
                    return { $0.showConversations(about: subject) }
                }
                guard account else { return { $0.composeConversation() } }
                let people = session.attempt(ListMessageRecipients(candidateID: subject.candidateID))
                guard case .success(let page) = people, let person = page.data.first else {
                    return { workstation in
                        workstation.tell(
                            error: workstation.say(
                                Phrase(
                                    en: "\(subject.name) has no account to write to.",
                                    fr: "\(subject.name) n’a pas de compte où écrire.")))
                    }
                }
                return { workstation in
                    workstation.composeConversation(
                        about: ConversationForms.About(
                            application: subject.id, recipient: person.userID, name: person.name,
                            subject: subject.jobTitle))
                }
            }
        ]
    }

    private mutating func showConversations(about subject: Subject) -> [Work] {
        var filter = ConversationFilter()
        filter.related = ConversationFilter.Named(id: subject.id.cast(), name: "\(subject.name) · \(subject.jobTitle)")
        _ = conversations.setFilter(filter)
        return go(to: .conversations)
    }
}

/// Names of the forms about conversations, and what a new one is begun with.
enum ConversationForms {
    static let reply = "conversation-reply"
    static let new = "conversation-new"
    static let rename = "conversation-rename"

    /// The application that a new conversation is about, and whom it is with.
    struct About: Sendable {
        var application: Application.ID
        var recipient: User.ID
        var name: String
        var subject: String
    }

    /// The variables that a conversation fills in by itself.
    static let known: Set<String> = [
        "first_name", "last_name", "full_name", "current_title", "job_title", "company_name", "sender_first_name",
        "sender_last_name", "sender_full_name",
    ]
}

extension Lookup {
    /// The people whom the person may write to, by the beginning of their name or address.
    static func recipients(_ language: Language) -> Lookup {
        Lookup { session, text in
            let query = text.nonBlank.map { Text<200>(cutting: $0) }
            return session.attempt(ListMessageRecipients(q: query)).map { page in
                page.data.map { person in
                    Picker.Option(
                        value: person.userID.description, label: person.name,
                        hint: person.companyName ?? person.role.title[language])
                }
            }
        }
    }
}
