import Domain
import JSON
import Storage

/// The text of a bulk message, and what stands for those of its variables that are the same for everybody.
struct BulkText {
    let subject: String
    let body: String
    let filling: TemplateValues
    private let parts: (subject: TemplateText, body: TemplateText)

    /// What a recipient itself says.
    private static let personal: Set<String> = [
        TemplateVariable.firstName.rawValue, TemplateVariable.lastName.rawValue, TemplateVariable.fullName.rawValue,
        TemplateVariable.currentTitle.rawValue,
    ]

    /// Reads text and template. Throws 422 for a variable that nobody can say anything for.
    init(_ operation: SendBulkMessage, in call: Call) throws {
        if let id = operation.templateID {
            guard let template = try TemplateReading.one(id, in: call.transaction) else {
                throw Problem.invalid(
                    field: "template_id", code: "invalid",
                    Phrase(en: "is not one of the templates", fr: "ne figure pas parmi les modèles"))
            }
            subject = operation.subject?.value ?? template.subject
            body = template.body
        } else {
            subject = operation.subject?.value ?? ""
            body = operation.body?.value ?? ""
        }
        var values = TemplateValues()
        try values.setSender(try call.actor(), in: call.transaction)
        if let job = operation.jobID {
            let visible: SQL = "SELECT 1 FROM job j WHERE j.id = \(job) AND \(JobVisibility.condition(call.principal))"
            guard try call.transaction.exists(visible) else {
                throw Problem.invalid(
                    field: "job_id", code: "invalid", Phrase(en: "is not a job", fr: "ne désigne aucun poste"))
            }
            try values.setJob(job, in: call.transaction)
        }
        values.add(operation.values ?? [:])
        filling = values
        parts = (
            subject: try TemplateText(subject, field: "subject"), body: try TemplateText(body, field: "body")
        )
        let missing = (parts.subject.missing(in: values) + parts.body.missing(in: values)).filter {
            !Self.personal.contains($0)
        }
        guard missing.isEmpty else {
            let named = try TemplateText(missing.map { "{{\($0)}}" }.joined(), field: "values")
            _ = try named.filled(with: values, field: "values")
            throw Problem.internalError
        }
    }

    /// The text as it was kept with a bulk message.
    init(subject: String, body: String, filling: String) throws {
        self.subject = subject
        self.body = body
        self.filling = TemplateValues(try StoredJSON.value(filling) ?? [:])
        parts = (
            subject: try TemplateText(subject, field: "subject"), body: try TemplateText(body, field: "body")
        )
    }

    /// Whether everything that the text says of this person is known.
    func isComplete(for recipient: MailRecipient) -> Bool {
        let values = all(for: recipient)
        return parts.subject.missing(in: values).isEmpty && parts.body.missing(in: values).isEmpty
    }

    /// The words for this person.
    func words(for recipient: MailRecipient) throws -> (subject: String, body: String) {
        let values = all(for: recipient)
        return (
            subject: try parts.subject.filled(with: values, field: "values"),
            body: try parts.body.filled(with: values, field: "values")
        )
    }

    private func all(for recipient: MailRecipient) -> TemplateValues {
        var values = recipient.values
        values.add(filling.known)
        return values
    }
}
