import Domain
import Storage

/// The mail that tells a candidate that its application was rejected, in the words of the reason's template. It waits
/// until the move can no longer be taken back, and is taken back with it.
struct RejectionMail {
    let application: ApplicationRecord
    let reason: Reason.ID
    let transition: StatusChange.ID

    /// Puts it into the outbox, where the reason has a template, the candidate applied itself and takes mail.
    func plan(in call: Call) throws {
        let transaction = call.transaction
        let template: Template.ID? = try transaction.value(
            "SELECT template_id FROM reason WHERE id = \(reason) AND template_id IS NOT NULL")
        guard let template, let template = try TemplateReading.one(template, in: transaction) else { return }
        let applied: SQL = """
            SELECT 1 FROM application a WHERE a.id = \(application.id) AND \(ApplicationVisibility.isApplied(alias: "a"))
            """
        guard try transaction.exists(applied) else { return }
        let person = try transaction.first(
            """
            SELECT \(MailRecipient.columns) FROM \(MailRecipient.source) WHERE c.id = \(application.view.candidateID)
            """, MailRecipient.read)
        guard let person, person.refusal == nil, let address = person.address else { return }

        var values = person.values
        try values.setJob(application.view.jobID, in: transaction)
        if values[TemplateVariable.companyName.rawValue] == nil {
            values.set(.companyName, Self.unnamedCompany[Language(locale: template.locale)])
        }
        if let actor = call.principal.userID { try values.setSender(actor, in: transaction) }
        let subject = try TemplateText(template.subject, field: "subject")
        let body = try TemplateText(template.body, field: "body")
        let missing = (subject.missing(in: values) + body.missing(in: values)).sorted()
        // A rejection is not refused for a template that does not fit this person; the failed mail is there to be seen.
        for name in missing { values.add([name: "{{\(name)}}"]) }
        let mail = try call.sendLater(
            OutboxMail(
                kind: .applicationNews, to: address, recipientName: person.fullName, recipientID: person.userID,
                subject: try subject.filled(with: values, field: "values"),
                body: try body.filled(with: values, field: "values"),
                related: OutboxMail.Subject("application", application.id), batchID: transition.cast(),
                notBefore: call.now.advanced(byMilliseconds: UndoTransition.window + 1)))
        guard !missing.isEmpty else { return }
        try transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.failed),
            last_error = \("no value for " + missing.joined(separator: ", ")) WHERE id = \(mail)
            """)
    }

    /// Takes back what still waits, because the application is not rejected any more.
    static func cancel(_ application: Application.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.cancelled), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE related_id = \(application) AND related_type = 'application'
            AND kind = \(OutboxMail.Kind.applicationNews) AND batch_id IS NOT NULL
            AND status = \(OutboxMail.Status.waiting)
            """)
    }

    /// What stands for a company whose name stays unsaid.
    private static let unnamedCompany = Phrase(en: "our client", fr: "notre client")
}
