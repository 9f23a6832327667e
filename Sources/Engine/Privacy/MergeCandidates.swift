import Domain
import JSON
import Storage

/// Merges one record of a person into another of the same person. Nothing is lost and nothing is doubled: what both
/// have is there once, and the merged record keeps its own words, out of the lists. It can be undone for thirty days.
public struct MergeCandidates: RouteOperation {
    public static let contract = Contract(
        "candidates.merge", .post, "/candidates/{keep_id}/merge", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Merge candidates", fr: "Fusionner des candidats"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        /// By which it is undone.
        public var mergeID: CandidateMerge.ID
        public var undoUntil: Instant
        public var candidate: CandidateView
    }

    /// How long a merge can be undone.
    public static let undoDays: Int64 = 30

    /// The record that stays.
    public var keepID: Candidate.ID
    /// The record that is merged into it.
    public var mergeID: Candidate.ID
    /// The fields of which the merged record's value wins; elsewhere it fills only what is missing.
    public var fields: [MergeField]?

    public init(keepID: Candidate.ID, mergeID: Candidate.ID, fields: [MergeField]? = nil) {
        self.keepID = keepID
        self.mergeID = mergeID
        self.fields = fields
    }

    public func perform(in call: Call) throws -> Answer {
        guard keepID != mergeID else {
            throw Problem.invalid(
                field: "merge_id", code: "invalid",
                Phrase(en: "must be another record than keep_id", fr: "doit être une autre fiche que keep_id"))
        }
        let keep = try record(keepID, in: call)
        let other = try record(mergeID, in: call)
        let id: CandidateMerge.ID = call.newID()
        let until = call.now.advanced(byMilliseconds: Self.undoDays * 86_400_000)
        try call.transaction.execute(
            """
            INSERT INTO candidate_merge (id, created_at, updated_at, created_by, version, row_seq, keep_id, merged_id,
            undo_until) VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(call.rowSequence()),
            \(keepID), \(mergeID), \(until))
            """)
        let journal = MergeJournal(id, in: call)
        try CandidateMerging(keep: keep, other: other, taken: Set(fields ?? []), journal: journal).run(in: call)
        try MergeSearch.refresh([keepID, mergeID], accounts: [keep.userID, other.userID], in: call.transaction)
        call.note(
            "candidate", mergeID, before: ["merged_into_id": .null],
            after: [
                "merged_into_id": .string(keepID.description), "merge_id": .string(id.description),
            ])
        let after = try CandidateReading.shown(keepID, in: call)
        var before = keep
        before.skills = nil
        var shown = after
        shown.skills = nil
        let changes = try FieldChanges(from: before, to: shown)
        call.note("candidate", keepID, before: changes.before, after: changes.after)
        return Answer(mergeID: id, undoUntil: until, candidate: after)
    }

    private func record(_ id: Candidate.ID, in call: Call) throws -> CandidateView {
        guard let view = try CandidateReading.one(id, in: call) else { throw CandidateVisibility.notFound(id) }
        if view.anonymizedAt != nil { throw AnonymiseCandidate.alreadyAnonymised.about("candidate", id) }
        return view
    }
}

/// The search documents that a merge, or taking it back, concerns.
enum MergeSearch {
    static func refresh(
        _ candidates: [Candidate.ID], accounts: [User.ID?], in transaction: any Transaction
    ) throws {
        for candidate in candidates {
            try CandidateSearchDocument.rebuild(candidate, in: transaction)
            try ApplicationSearchDocument.refresh(candidate: candidate, in: transaction)
        }
        let users = accounts.compactMap(\.self)
        let conversations: [Conversation.ID] = try transaction.column(
            """
            SELECT DISTINCT p.conversation_id FROM conversation_participant p
            JOIN conversation c ON c.id = p.conversation_id
            WHERE p.user_id IN \(list: users) AND c.deleted_at IS NULL ORDER BY p.conversation_id
            """)
        for conversation in conversations {
            try ConversationSearchDocument.refresh(conversation, in: transaction)
            try MessageSearchDocument.refresh(conversation: conversation, in: transaction)
        }
    }
}
