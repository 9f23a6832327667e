import Domain
import JSON
import Storage

/// Erases everything that tells who somebody is, by the list of `PersonalTable`. Applications, stages, dates and
/// amounts stay, and with them every metric.
struct Anonymisation {
    let id: Candidate.ID
    let scope: PersonScope
    let mentions: Mentions
    let found: Mentions.Found

    /// What was erased, in numbers.
    struct Outcome {
        var rows = 0
        var files = 0
        var auditEntries = 0
        var mentions = 0
    }

    func run(in call: Call) throws -> Outcome {
        var outcome = Outcome()
        let files = try forsakenFiles(in: call.transaction)
        let records = try ownRecords(in: call.transaction)
        let contacts = try CandidateContacts.stored(of: scope.candidates, in: call.transaction)
        outcome.auditEntries = try eraseAudit(records, in: call)
        // What goes refers to what stays.
        for table in PersonalTable.all where table.fate == .goes { outcome.rows += try remove(table, in: call) }
        for table in PersonalTable.all where table.fate == .stays && table.name != "audit_log" {
            outcome.rows += try erase(table, in: call)
        }
        try finishRecord(in: call)
        try SharedContacts.recount(contacts, in: call.transaction)
        for file in files {
            try call.transaction.execute(
                """
                INSERT INTO file_removal (sha256, asked_at) VALUES (\(file), \(call.now))
                ON CONFLICT (sha256) DO UPDATE SET asked_at = excluded.asked_at
                """)
        }
        outcome.files = files.count
        let erased = try found.places.filter { try mentions.erase($0, in: call) }
        for answer in found.answers {
            try call.transaction.execute(
                """
                DELETE FROM idempotency WHERE user_id = \(answer.user) AND operation_id = \(answer.operation)
                AND key = \(answer.key)
                """)
        }
        outcome.mentions = erased.count + found.answers.count
        try refreshSearch(in: call)
        return outcome
    }

    private func remove(_ table: PersonalTable, in call: Call) throws -> Int {
        try call.transaction.execute("DELETE FROM \(SQL(trusted: table.name)) WHERE \(table.rows(scope))")
    }

    private func erase(_ table: PersonalTable, in call: Call) throws -> Int {
        guard table.heading != nil, !table.erased.isEmpty else { return 0 }
        var assignments = table.erased.map { SQL(trusted: "\($0.column) = \($0.value)") }
        if table.isVersioned { assignments.append("updated_at = \(call.now), version = version + 1") }
        if table.kept.contains("row_seq") { assignments.append("row_seq = \(try call.rowSequence())") }
        let rows = (table.erasedRows ?? table.rows)(scope)
        return try call.transaction.execute(
            "UPDATE \(SQL(trusted: table.name)) SET \(assignments.joined(separator: ", ")) WHERE \(rows)")
    }

    /// What the list cannot say: when it was, and that nothing of it is shown any more.
    private func finishRecord(in call: Call) throws {
        try call.transaction.execute(
            "UPDATE candidate SET anonymized_at = \(call.now) WHERE id IN \(list: scope.candidates)")
        for table in ["cv", "education", "experience"] {
            try call.transaction.execute(
                """
                UPDATE \(SQL(trusted: table)) SET deleted_at = COALESCE(deleted_at, \(call.now))
                WHERE candidate_id IN \(list: scope.candidates)
                """)
        }
        for user in scope.users { try AccountSessions.endAll(of: user, at: call.now, in: call.transaction) }
    }

    /// Files that no other candidate has, and no export.
    private func forsakenFiles(in transaction: any Transaction) throws -> [String] {
        try transaction.column(
            """
            SELECT DISTINCT mine.sha256 FROM cv mine WHERE mine.candidate_id IN \(list: scope.candidates)
            AND mine.sha256 <> '' AND NOT EXISTS (SELECT 1 FROM cv other WHERE other.sha256 = mine.sha256
            AND other.candidate_id NOT IN \(list: scope.candidates))
            AND NOT EXISTS (SELECT 1 FROM export_file f WHERE f.sha256 = mine.sha256)
            """)
    }

    /// Every row that entries of the audit log about the person may name as their target.
    private func ownRecords(in transaction: any Transaction) throws -> [AnyEntity.ID] {
        var ids = scope.subjects + scope.users.map { $0.cast() } + scope.ownConversations.map { $0.cast() }
        let owned = [
            "cv", "education", "experience", "candidate_skill", "candidate_consent", "interview", "offer", "note",
            "message", "outbox", "candidate_merge",
        ]
        for table in PersonalTable.all where owned.contains(table.name) {
            ids += try transaction.column(
                """
                SELECT id FROM \(SQL(trusted: table.name)) WHERE \((table.erasedRows ?? table.rows)(scope))
                """)
        }
        return ids
    }

    /// Erases before, after and salt of the entries about the person, by it, or naming it.
    private func eraseAudit(_ records: [AnyEntity.ID], in call: Call) throws -> Int {
        let erasing: SQL = "UPDATE audit_log SET before = NULL, after = NULL, salt = NULL WHERE"
        let open: SQL = "salt IS NOT NULL"
        var count = try call.transaction.execute(
            "\(erasing) \(open) AND actor_id IN \(list: scope.users)")
        for chunk in records.padded(to: 100) {
            count += try call.transaction.execute("\(erasing) \(open) AND target_id IN \(list: chunk)")
        }
        // What was written since the log was looked through.
        let late = try mentions.entries(after: found.lastEntry, in: call.transaction)
        for sequence in found.entries + late {
            count += try call.transaction.execute("\(erasing) \(open) AND seq = \(sequence)")
        }
        return count
    }

    private func refreshSearch(in call: Call) throws {
        for candidate in scope.candidates {
            try CandidateSearchDocument.rebuild(candidate, in: call.transaction)
            try ApplicationSearchDocument.refresh(candidate: candidate, in: call.transaction)
        }
        for user in scope.users { try UserSearchDocument.refresh(user, in: call.transaction) }
        for conversation in scope.conversations {
            if try call.transaction.exists(
                "SELECT 1 FROM conversation WHERE id = \(conversation) AND deleted_at IS NULL")
            {
                try ConversationSearchDocument.refresh(conversation, in: call.transaction)
            }
            try MessageSearchDocument.refresh(conversation: conversation, in: call.transaction)
        }
    }
}
