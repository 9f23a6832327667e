import Domain
import Storage

/// Brings the applications of two records of one person together. Where both applied for the same job the one that is
/// further on its path goes on; the other leaves the lists and the counts, its notes, interviews and offers go over to
/// the first, and its history is shown with that one's.
struct ApplicationMerging {
    let keep: Candidate.ID
    let merged: Candidate.ID
    let journal: MergeJournal

    private struct Standing {
        var id: Application.ID
        var job: Job.ID
        var status: Application.Status
        var reached: Int
        var enteredAt: Instant
        var clientVisible: Bool

        init(_ columns: inout Columns) throws {
            id = try columns.next()
            job = try columns.next()
            status = try columns.next()
            reached = try columns.next()
            enteredAt = try columns.next()
            clientVisible = try columns.next()
        }

        /// A hire first, then what is open by its stage, then what is closed by the last stage that it ever reached.
        private var order: (Int, Int, Int64) {
            if status == .hired { return (2, 0, enteredAt.milliseconds) }
            if status.isOpen { return (1, status.rank, -enteredAt.milliseconds) }
            let furthest = Application.Status.path.last { reached & ApplicationCourse.bit($0) != 0 }
            return (0, furthest?.rank ?? 0, -enteredAt.milliseconds)
        }

        func isFurther(than other: Standing) -> Bool { order > other.order }
    }

    func run(in call: Call) throws {
        let mine = try standings(of: keep, call.transaction)
        let theirs = try standings(of: merged, call.transaction)
        var touched: Set<Application.ID> = []
        for (job, applications) in theirs.sorted(by: { $0.key < $1.key }) {
            // Each of the one side goes with one of the other, the furthest with the furthest: so at most one open one
            // is left. Two hires are two facts, and both stay.
            for (own, other) in zip(mine[job] ?? [], applications)
            where !(own.status == .hired && other.status == .hired) {
                let heir = other.isFurther(than: own) ? other : own
                try fold(heir.id == own.id ? other : own, into: heir, in: call)
                touched.insert(heir.id)
            }
        }
        let moving: [Application.ID] = try call.transaction.column(
            "SELECT id FROM application WHERE candidate_id = \(merged) ORDER BY id")
        for id in moving { try journal.set("application", id, [("candidate_id", keep.sqlValue)]) }
        try Self.settleHires(touched.sorted(), in: call.transaction)
    }

    private func standings(
        of candidate: Candidate.ID, _ transaction: any Transaction
    ) throws -> [Job.ID: [Standing]] {
        let all = try transaction.all(
            """
            SELECT id, job_id, status, reached, status_entered_at, client_visible FROM application
            WHERE candidate_id = \(candidate) AND deleted_at IS NULL ORDER BY id
            """
        ) { try Standing(&$0) }
        return Dictionary(grouping: all, by: \.job).mapValues { $0.sorted { $0.isFurther(than: $1) } }
    }

    private func fold(_ loser: Standing, into heir: Standing, in call: Call) throws {
        let transaction = call.transaction
        try Self.count([loser.id], times: -1, in: transaction)
        try journal.set(
            "application", loser.id, [("deleted_at", call.now.sqlValue), ("merged_into_id", heir.id.sqlValue)])
        // What was folded into the loser before goes along.
        let earlier: [Application.ID] = try transaction.column(
            "SELECT id FROM application WHERE merged_into_id = \(loser.id) ORDER BY id")
        for id in earlier { try journal.set("application", id, [("merged_into_id", heir.id.sqlValue)]) }
        if loser.clientVisible { try journal.set("application", heir.id, [("client_visible", true.sqlValue)]) }
        let notes: [Note.ID] = try transaction.column(
            "SELECT id FROM note WHERE subject_type = 'application' AND subject_id = \(loser.id) ORDER BY id")
        for id in notes { try journal.set("note", id, [("subject_id", heir.id.sqlValue)]) }
        let interviews: [Interview.ID] = try transaction.column(
            "SELECT id FROM interview WHERE application_id = \(loser.id) ORDER BY id")
        for id in interviews { try journal.set("interview", id, [("application_id", heir.id.sqlValue)]) }
        let talks: [Conversation.ID] = try transaction.column(
            "SELECT id FROM conversation WHERE related_type = 'application' AND related_id = \(loser.id) ORDER BY id")
        for id in talks { try journal.set("conversation", id, [("related_id", heir.id.sqlValue)]) }
        try moveOffers(from: loser.id, to: heir.id, in: call)
        if let key: Int64 = try transaction.value("SELECT row_no FROM application WHERE id = \(loser.id)") {
            try transaction.search.remove(key, from: EngineSchema.applicationSearch)
        }
    }

    /// Offers go on counting after the heir's. One that is still pending is superseded: the heir has its own.
    private func moveOffers(from loser: Application.ID, to heir: Application.ID, in call: Call) throws {
        var revision: Int64 =
            try call.transaction.value(
                "SELECT COALESCE(MAX(revision), 0) FROM offer WHERE application_id = \(heir)") ?? 0
        let offers = try call.transaction.all(
            "SELECT id, status, resolved_at FROM offer WHERE application_id = \(loser) ORDER BY revision"
        ) { (id: try $0.next(Offer.ID.self), status: try $0.next(Offer.Status.self), at: try $0.next(Instant?.self)) }
        for offer in offers {
            revision += 1
            let isPending = offer.status.isPending
            try journal.set(
                "offer", offer.id,
                [
                    ("application_id", heir.sqlValue), ("revision", .integer(revision)),
                    ("status", (isPending ? Offer.Status.superseded : offer.status).sqlValue),
                    ("resolved_at", (isPending ? call.now : offer.at)?.sqlValue ?? .null),
                ])
        }
    }

    /// Adds what applications count for to the counters and the rollups or, with -1, takes it away.
    static func count(_ ids: [Application.ID], times: Int, in transaction: any Transaction) throws {
        guard !ids.isEmpty else { return }
        let those: SQL = "a.id IN \(list: ids) AND a.deleted_at IS NULL"
        try ApplicationRollups.add(.workspace, where: those, times: times, in: transaction)
        try ApplicationRollups.add(.consultants, where: those, times: times, in: transaction)
        let rows = try transaction.all(
            """
            SELECT a.company_id, a.job_id, a.consultant_id, a.status, a.status_entered_at FROM application a
            WHERE \(those)
            """
        ) { columns in
            (
                scopes: [
                    ApplicationCounts.workspace, try columns.next(), try columns.next(),
                    try columns.next(AnyEntity.ID?.self),
                ].compactMap { $0 }, status: try columns.next(Application.Status.self),
                enteredAt: try columns.next(Instant.self)
            )
        }
        for row in rows {
            let entered = row.status.isOpen ? row.enteredAt.milliseconds : 0
            for scope in row.scopes {
                try ApplicationCounts.change(
                    scope, row.status, by: times, entered: Int64(times) * entered, in: transaction)
            }
        }
    }

    /// Offers that came or went may say when a hire was accepted.
    static func settleHires(_ ids: [Application.ID], in transaction: any Transaction) throws {
        guard !ids.isEmpty else { return }
        try transaction.execute("DELETE FROM placement WHERE application_id IN \(list: ids)")
        try Placements.add(where: "a.id IN \(list: ids)", in: transaction)
        try Placements.time(where: "application_id IN \(list: ids)", in: transaction)
    }
}
