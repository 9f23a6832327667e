import Domain
import Storage

/// Writes to the candidate of an application in the words of a template, through the outbox. It is an answer to the
/// person's own application, so it needs no consent, but it goes to nobody who wants no mail.
struct ApplicationNews {
    let application: Application.ID
    let candidate: Candidate.ID
    let job: Job.ID

    /// Puts the mail into the outbox, unless the template is gone, or the person takes no mail or has no address.
    /// - Parameter sender: whose name stands for the variables of the sender.
    func send(
        _ template: Template.ID, sender: User.ID? = nil, batchID: AnyEntity.ID? = nil, notBefore: Instant? = nil,
        in call: Call
    ) throws {
        let transaction = call.transaction
        guard let template = try TemplateReading.one(template, in: transaction) else { return }
        let person = try transaction.first(
            "SELECT \(MailRecipient.columns) FROM \(MailRecipient.source) WHERE c.id = \(candidate)",
            MailRecipient.read)
        guard let person, person.refusal == nil, let address = person.address else { return }

        var values = person.values
        try values.setJob(job, in: transaction)
        if values[TemplateVariable.companyName.rawValue] == nil {
            values.set(.companyName, Self.unnamedCompany[Language(locale: template.locale)])
        }
        if let sender { try values.setSender(sender, in: transaction) }
        let subject = try TemplateText(template.subject, field: "subject")
        let body = try TemplateText(template.body, field: "body")
        let missing = (subject.missing(in: values) + body.missing(in: values)).sorted()
        // What it is about is not refused for a template that does not fit this person; the failed mail is there to be
        // seen.
        for name in missing { values.add([name: "{{\(name)}}"]) }
        let mail = try call.sendLater(
            OutboxMail(
                kind: .applicationNews, to: address, recipientName: person.fullName, recipientID: person.userID,
                subject: try subject.filled(with: values, field: "values"),
                body: try body.filled(with: values, field: "values"),
                related: OutboxMail.Subject("application", application), batchID: batchID, notBefore: notBefore))
        guard !missing.isEmpty else { return }
        try transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.failed),
            last_error = \("no value for " + missing.joined(separator: ", ")) WHERE id = \(mail)
            """)
    }

    /// What stands for a company whose name stays unsaid.
    private static let unnamedCompany = Phrase(en: "our client", fr: "notre client")
}
