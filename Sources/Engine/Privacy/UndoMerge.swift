import Domain
import JSON
import Storage

/// Takes a merge back: both records are what they were. What somebody has changed since stays as it was changed, and is
/// named. 409 after thirty days, and where a later merge or an anonymisation is in the way.
public struct UndoMerge: RouteOperation {
    public static let contract = Contract(
        "candidates.merge.undo", .post, "/candidates/merges/{merge_id}/undo", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Undo a merge", fr: "Annuler une fusion"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        public var keepID: Candidate.ID
        public var mergedID: Candidate.ID
        /// `table.column` of what was changed since the merge, and stays so.
        public var kept: [String]
    }

    public var mergeID: CandidateMerge.ID

    public init(mergeID: CandidateMerge.ID) { self.mergeID = mergeID }

    private struct Merge {
        var keep: Candidate.ID
        var merged: Candidate.ID
        var until: Instant
        var undoneAt: Instant?
    }

    public func perform(in call: Call) throws -> Answer {
        let merge = try call.transaction.first(
            "SELECT keep_id, merged_id, undo_until, undone_at FROM candidate_merge WHERE id = \(mergeID)"
        ) { columns in
            Merge(
                keep: try columns.next(), merged: try columns.next(), until: try columns.next(),
                undoneAt: try columns.next())
        }
        guard let merge else { throw Problem.notFound(Phrase(en: "merge", fr: "fusion")).about("merge", mergeID) }
        try check(merge, in: call)
        let accounts = try self.accounts(of: merge, in: call.transaction)
        let concerned = try applications(in: call.transaction)
        try checkOpenings(merge, concerned.folded, in: call.transaction)
        let kept = try MergeJournal(mergeID, in: call).restore()
        try call.transaction.execute(
            """
            UPDATE candidate_merge SET undone_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(mergeID)
            """)
        try call.transaction.execute(
            "DELETE FROM tombstone WHERE table_name = 'candidate' AND row_id = \(merge.merged)")
        try ApplicationMerging.count(concerned.folded, times: 1, in: call.transaction)
        try ApplicationMerging.settleHires(concerned.all, in: call.transaction)
        try RetentionTerms.refresh([merge.keep, merge.merged], in: call.transaction)
        for id in [merge.keep, merge.merged] {
            guard let view = try CandidateReading.one(id, in: call) else { continue }
            try CandidateContacts.replace(CandidateContacts.of(view), of: id, in: call.transaction)
        }
        try MergeSearch.refresh([merge.keep, merge.merged], accounts: accounts, in: call.transaction)
        call.note(
            "candidate", merge.merged, before: ["merged_into_id": .string(merge.keep.description)],
            after: ["merged_into_id": .null, "merge_id": .string(mergeID.description)])
        return Answer(keepID: merge.keep, mergedID: merge.merged, kept: Array(Set(kept)).sorted())
    }

    private func check(_ merge: Merge, in call: Call) throws {
        func conflict(_ english: String, _ french: String) -> Problem {
            Problem.conflict(Phrase(en: english, fr: french)).about("candidate", merge.keep)
        }
        if merge.undoneAt != nil {
            throw conflict("This merge was undone already.", "Cette fusion a déjà été annulée.")
        }
        guard call.now <= merge.until else {
            throw conflict(
                "A merge can be undone for \(MergeCandidates.undoDays) days; this one is older.",
                "Une fusion s’annule pendant \(MergeCandidates.undoDays) jours ; celle-ci est plus ancienne.")
        }
        let isThere = try call.transaction.exists(
            """
            SELECT 1 FROM candidate WHERE id = \(merge.keep) AND deleted_at IS NULL AND anonymized_at IS NULL
            """)
        guard isThere else {
            throw conflict(
                "The record that was kept is deleted, merged or anonymised: restore it first, or undo its merge.",
                "La fiche conservée est supprimée, fusionnée ou anonymisée : restaurez-la, ou annulez sa fusion.")
        }
        let later: CandidateMerge.ID? = try call.transaction.value(
            """
            SELECT m.id FROM candidate_merge m JOIN candidate_merge this ON this.id = \(mergeID)
            WHERE m.keep_id = \(merge.keep) AND m.undone_at IS NULL AND m.id <> this.id AND m.row_seq > this.row_seq
            ORDER BY m.row_seq DESC, m.id DESC LIMIT 1
            """)
        if let later {
            throw Problem.conflict(
                Phrase(
                    en: "Another record was merged after this one: undo that merge first (\(later)).",
                    fr: "Une autre fiche a été fusionnée depuis : annulez d’abord cette fusion-là (\(later))."),
                members: ["merge_id": .string(later.description)]
            ).about("candidate", merge.keep)
        }
    }

    private func accounts(of merge: Merge, in transaction: any Transaction) throws -> [User.ID] {
        let current: [User.ID] = try transaction.column(
            "SELECT user_id FROM candidate WHERE id IN \(list: [merge.keep, merge.merged]) AND user_id IS NOT NULL")
        let closed: [User.ID] = try transaction.column(
            "SELECT row_id FROM merge_change WHERE merge_id = \(mergeID) AND table_name = 'user_account'")
        return Array(Set(current + closed)).sorted()
    }

    /// Those that the merge moved or folded.
    private func applications(
        in transaction: any Transaction
    ) throws -> (all: [Application.ID], folded: [Application.ID]) {
        let rows = try transaction.all(
            """
            SELECT row_id, MAX(CASE WHEN column_name = 'deleted_at' THEN 1 ELSE 0 END) FROM merge_change
            WHERE merge_id = \(mergeID) AND table_name = 'application' GROUP BY row_id ORDER BY row_id
            """
        ) { (id: try $0.next(Application.ID.self), isFolded: try $0.next(Bool.self)) }
        let heirs: [Application.ID] = try transaction.column(
            """
            SELECT DISTINCT a.merged_into_id FROM application a
            WHERE a.id IN \(list: rows.filter(\.isFolded).map(\.id)) AND a.merged_into_id IS NOT NULL
            """)
        return (Array(Set(rows.map(\.id) + heirs)).sorted(), rows.filter(\.isFolded).map(\.id))
    }

    /// An application that comes back open must not meet another open one that was made since.
    private func checkOpenings(
        _ merge: Merge, _ folded: [Application.ID], in transaction: any Transaction
    ) throws {
        let other: Application.ID? = try transaction.value(
            """
            SELECT made.id FROM application back JOIN application made ON made.job_id = back.job_id
            WHERE back.id IN \(list: folded) AND back.closed_at IS NULL AND made.candidate_id = \(merge.keep)
            AND made.closed_at IS NULL AND made.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM merge_change m
            WHERE m.merge_id = \(mergeID) AND m.table_name = 'application' AND m.row_id = made.id
            AND m.column_name = 'candidate_id') AND NOT (back.candidate_id = \(merge.keep)
            AND back.merged_into_id = made.id AND EXISTS (SELECT 1 FROM merge_change m WHERE m.merge_id = \(mergeID)
            AND m.table_name = 'application' AND m.row_id = back.id AND m.column_name = 'candidate_id'))
            ORDER BY made.id LIMIT 1
            """)
        guard let other else { return }
        throw Problem.conflict(
            Phrase(
                en: "An application made since the merge is open for the same job: close it first (\(other)).",
                fr: "Une candidature faite depuis est ouverte pour le même poste : clôturez-la d’abord (\(other))."),
            members: ["application_id": .string(other.description)]
        ).about("candidate", merge.keep)
    }
}
