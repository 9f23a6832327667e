import Domain
import Storage

/// What a company answers to whoever applies to one of its jobs, in the words of a template that its hiring preferences
/// name. It leaves at once and once an application: nobody can take an application back unmade.
struct AutomaticReply {
    let application: Application.ID
    let candidate: Candidate.ID
    let job: ApplicationJob

    /// Puts it into the outbox, where the company has one and the candidate takes mail.
    func plan(in call: Call) throws {
        let template: Template.ID? = try call.transaction.value(
            """
            SELECT auto_reply_template_id FROM hiring_preferences WHERE company_id = \(job.companyID)
            AND auto_reply_template_id IS NOT NULL
            """)
        guard let template else { return }
        try ApplicationNews(application: application, candidate: candidate, job: job.id).send(template, in: call)
    }
}
