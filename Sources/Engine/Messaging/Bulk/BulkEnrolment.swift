import Domain
import JSON
import Storage

/// Decides, recipient by recipient, who gets a bulk message, and keeps it in rows of its own: a few hundred at a time,
/// in constant memory.
struct BulkEnrolment {
    let text: BulkText
    let templateID: Template.ID?
    let call: Call

    private static let batch = 500

    func enrol(_ candidates: [Candidate.ID]?, _ audience: BulkAudience?) throws -> BulkMessageResult {
        let id = call.newID(BulkMailing.self)
        let caller = try call.actor()
        try call.transaction.execute(
            """
            INSERT INTO bulk_mailing (id, created_at, updated_at, created_by, version, row_seq, status, subject, body,
            filling, template_id, recipients, queued, skipped, failed) VALUES (\(id), \(call.now), \(call.now),
            \(caller), 1, \(try call.rowSequence()), \(BulkMailing.Status.queued), \(text.subject), \(text.body),
            \(try JSONValue(encoding: text.filling.known).serialized()), \(templateID), 0, 0, 0, 0)
            """)
        var result = BulkMessageResult(id: id)
        if let candidates {
            var seen: Set<Candidate.ID> = []
            for start in stride(from: 0, to: candidates.count, by: Self.batch) {
                let ids = Array(candidates[start..<min(start + Self.batch, candidates.count)])
                try enrol(ids, &seen, &result)
            }
        } else if let audience {
            try enrol(audience, &result)
        }
        try call.transaction.execute(
            """
            UPDATE bulk_mailing SET recipients = \(result.recipients), queued = \(result.queued),
            skipped = \(result.skipped), failed = \(result.failed) WHERE id = \(id)
            """)
        call.note(
            "bulk_message", id,
            after: [
                "recipients": .integer(Int64(result.recipients)), "queued": .integer(Int64(result.queued)),
                "skipped": .integer(Int64(result.skipped)), "failed": .integer(Int64(result.failed)),
            ])
        return result
    }

    private func enrol(
        _ ids: [Candidate.ID], _ seen: inout Set<Candidate.ID>, _ result: inout BulkMessageResult
    ) throws {
        let found = try call.transaction.all(
            """
            SELECT \(MailRecipient.columns) FROM \(MailRecipient.source) WHERE c.id IN \(list: ids)
            AND \(CandidateVisibility.predicate(for: call.principal, now: call.now))
            """, MailRecipient.read)
        let people = Dictionary(found.map { ($0.candidateID, $0) }, uniquingKeysWith: { first, _ in first })
        for id in ids {
            guard seen.insert(id).inserted else {
                try keep(id, .skipped, "duplicate", &result)
                continue
            }
            guard let person = people[id] else {
                try keep(id, .failed, "not_found", &result)
                continue
            }
            try keep(person, &result)
        }
    }

    /// Walks the audience by identifier.
    private func enrol(_ audience: BulkAudience, _ result: inout BulkMessageResult) throws {
        var conditions = audience.conditions
        conditions.append(CandidateVisibility.predicate(for: call.principal, now: call.now))
        var last = Candidate.ID(high: 0, low: 0)
        while true {
            let people = try call.transaction.all(
                """
                SELECT \(MailRecipient.columns) FROM \(MailRecipient.source)
                WHERE c.id > \(last) AND \(conditions.allOf()) ORDER BY c.id LIMIT \(Self.batch)
                """, MailRecipient.read)
            for person in people { try keep(person, &result) }
            guard result.recipients <= SendBulkMessage.limit else { throw Self.tooMany }
            guard people.count == Self.batch, let next = people.last else { return }
            last = next.candidateID
        }
    }

    private func keep(_ person: MailRecipient, _ result: inout BulkMessageResult) throws {
        if let refusal = person.refusalOfBulk(at: call.now) {
            try keep(person.candidateID, refusal.isWanted ? .skipped : .failed, refusal.rawValue, &result)
        } else if !text.isComplete(for: person) {
            try keep(person.candidateID, .failed, "value_missing", &result)
        } else {
            try keep(person.candidateID, .queued, nil, &result)
        }
    }

    private func keep(
        _ candidate: Candidate.ID, _ outcome: BulkMailing.Outcome, _ code: String?, _ result: inout BulkMessageResult
    ) throws {
        result.add(BulkMessageResult.Row(candidateID: candidate, outcome: outcome, code: code))
        try call.transaction.enqueue(
            """
            INSERT INTO bulk_recipient (mailing_id, number, candidate_id, outcome, code)
            VALUES (\(result.id), \(result.recipients), \(candidate), \(outcome), \(code))
            """)
    }

    private static let tooMany = Problem.invalid(
        field: "audience", code: "out_of_range",
        Phrase(
            en: "is more than \(SendBulkMessage.limit) candidates; narrow it",
            fr: "dépasse \(SendBulkMessage.limit) candidats ; précisez les critères"))
}
