import Domain
import JSON
import Storage

/// Sends one text to many candidates by mail, each in a mail of its own. Who may not be written to (it asked not to be
/// contacted, takes no mail, gave no consent or one that has run out) is left out and the result says so.
///
/// The call decides who gets it; the mails are made from it a few hundred at a time afterwards, so that up to 100,000
/// recipients take neither memory nor the database away from others. See docs/decisions/0132-bulk-messages.md.
public struct SendBulkMessage: RouteOperation {
    public static let contract = Contract(
        "messaging.bulkMessage", .post, "/messaging/bulk-message", access: .roles(consultant: .yes, admin: .yes),
        effect: .write, Phrase(en: "Send bulk messages", fr: "Envoyer un message groupé"))

    public static let limit = 100_000

    /// Whom it goes to: 1 to 100,000. This or `audience`.
    public var candidateIDs: [Candidate.ID]?
    public var audience: BulkAudience?
    /// This, or `subject` and `body`.
    public var templateID: Template.ID?
    /// May hold `{{variables}}`.
    public var subject: Text<200>?
    /// May hold `{{variables}}`.
    public var body: Text<20_000>?
    /// What stands for variables that are not known from the recipient, the job and the sender.
    public var values: [String: String]?
    /// The job that `{{job_title}}` and `{{company_name}}` are about.
    public var jobID: Job.ID?
    /// Shows what would happen and keeps nothing.
    public var dryRun: Bool?
    /// With `all_or_nothing` nothing is sent where one recipient is unknown, has no address or lacks a value; those who
    /// may not be written to are left out either way. `best_effort` unless said otherwise.
    public var mode: ImportMode?
    /// A repeated call with the same key gets the first one's answer.
    public var idempotencyKey: Text<200>?

    public init(
        candidateIDs: [Candidate.ID]? = nil, audience: BulkAudience? = nil, templateID: Template.ID? = nil,
        subject: Text<200>? = nil, body: Text<20_000>? = nil, values: [String: String]? = nil, jobID: Job.ID? = nil,
        dryRun: Bool? = nil, mode: ImportMode? = nil, idempotencyKey: Text<200>? = nil
    ) {
        self.candidateIDs = candidateIDs
        self.audience = audience
        self.templateID = templateID
        self.subject = subject
        self.body = body
        self.values = values
        self.jobID = jobID
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    /// Without the list, which may be long: the rows say who got it.
    public var auditedInput: JSONValue? { nil }

    private struct Undone: Error {}

    public func perform(in call: Call) throws -> BulkMessageResult {
        try checkInput()
        return try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.kept }, { try send(in: call) })
    }

    private func send(in call: Call) throws -> BulkMessageResult {
        let text = try BulkText(self, in: call)
        // Taken before the savepoint, so that it stays taken.
        _ = try call.rowSequence()
        let notes = call.auditNotes
        var result: BulkMessageResult?
        do {
            try call.transaction.savepoint {
                let made = try BulkEnrolment(text: text, templateID: templateID, call: call).enrol(
                    candidateIDs, audience)
                result = made
                if dryRun == true || mode == .allOrNothing && made.failed > 0 { throw Undone() }
            }
        } catch is Undone {
            call.auditNotes = notes
            result?.forget(dryRun: dryRun ?? false)
        }
        guard let result else { throw Problem.internalError }
        return result
    }

    private func checkInput() throws {
        var errors: [FieldError] = []
        func require(_ field: String, _ english: String, _ french: String) {
            errors.append(
                FieldError(field: field, code: "required", message: english, parameters: ["french": french]))
        }
        switch (candidateIDs, audience) {
        case (nil, nil):
            require("candidate_ids", "is required (or audience)", "est obligatoire (ou audience)")
        case (_?, _?):
            errors.append(
                FieldError(
                    field: "audience", code: "invalid", message: "is not for a call that names candidate_ids",
                    parameters: ["french": "ne se combine pas avec candidate_ids"]))
        case (let ids?, nil):
            if !(1...Self.limit).contains(ids.count) {
                errors.append(
                    FieldError(
                        field: "candidate_ids", code: "out_of_range",
                        message: "must hold between 1 and \(Self.limit) candidates",
                        parameters: ["minimum": "1", "maximum": "\(Self.limit)"]))
            }
        case (nil, let audience?): try audience.check()
        }
        if templateID == nil {
            if subject == nil { require("subject", "is required without template_id", "est obligatoire sans modèle") }
            if body == nil { require("body", "is required without template_id", "est obligatoire sans modèle") }
        } else if body != nil {
            errors.append(
                FieldError(
                    field: "body", code: "invalid", message: "is not for a message made from a template",
                    parameters: ["french": "ne se combine pas avec un modèle"]))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }
}
