import Domain
import Storage

/// What somebody wants to say in a conversation: their own words, or a template's.
struct MessageText {
    private enum Words {
        case own(String)
        case template(Template.ID, [String: String])
    }

    private let words: Words

    /// `nil` where nothing is said. Throws 422 where it is said twice.
    init?(body: Text<20_000>?, templateID: Template.ID?, values: [String: String]?) throws {
        switch (body, templateID) {
        case (nil, nil): return nil
        case (let body?, nil): words = .own(body.value)
        case (nil, let template?): words = .template(template, values ?? [:])
        case (_?, _?):
            throw Problem.invalid(
                field: "template_id", code: "invalid",
                Phrase(en: "is not for a message that has a body", fr: "n’accompagne pas un message déjà écrit"))
        }
    }

    /// The words, with what the conversation says for the template's variables.
    func written(in conversation: Conversation.ID, _ call: Call) throws -> String {
        switch words {
        case .own(let text): return text
        case .template(let id, let given):
            guard call.principal.isStaff else { throw Self.noTemplate }
            guard let template = try TemplateReading.one(id, in: call.transaction) else { throw Self.noTemplate }
            var values = try TemplateValues.ofConversation(conversation, in: call)
            values.add(given)
            let text = try TemplateText(template.body, field: "template_id")
            let filled = try text.filled(with: values, field: "values")
            guard let message = Text<20_000>(filled) else {
                throw Problem.invalid(
                    field: "values", code: "invalid",
                    Phrase(
                        en: "make a message that is empty, too long or holds control characters",
                        fr: "donnent un message vide, trop long ou avec des caractères de contrôle"))
            }
            return message.value
        }
    }

    private static let noTemplate = Problem.invalid(
        field: "template_id", code: "invalid",
        Phrase(en: "is not one of the templates", fr: "ne figure pas parmi les modèles"))
}
