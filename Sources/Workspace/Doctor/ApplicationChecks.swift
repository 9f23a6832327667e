import Domain
import Engine
import Storage

/// Applications: their histories, their states, and the counters of the board.
struct ApplicationChecks {
    let examination: Examination
    /// Applications are looked at so many at a time, so that progress can be told.
    private static let batch: Int64 = 20_000

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.history) { try inspection.read(checkHistory) }
        examination.run(.applications) { try inspection.read { try checkStates($0, inspection.withoutIndexes) } }
        examination.run(.counters) { try inspection.read(checkCounters) }
        RollupChecks(examination).run(inspection)
    }

    /// The last line of an application's history is its status. What was written later has a higher `row_seq`, also
    /// where a clock was set back in between.
    private func checkHistory(_ transaction: any Transaction) throws {
        let last: Int64 = try transaction.value("SELECT COALESCE(MAX(row_no), 0) FROM application") ?? 0
        var disagreeing = 0
        for start in stride(from: Int64(0), to: last, by: Int64.Stride(Self.batch)) {
            examination.advance(.history, Int(start), of: Int(last))
            try transaction.forEach(
                """
                SELECT id, status, last FROM (SELECT a.id, a.status, (SELECT h.to_status FROM status_history h
                WHERE h.application_id = a.id ORDER BY h.row_seq DESC, h.at DESC, h.id DESC LIMIT 1) AS last
                FROM application a WHERE a.row_no > \(start) AND a.row_no <= \(start + Self.batch)) ended
                WHERE last IS NULL OR last <> status
                """
            ) { row in
                disagreeing += 1
                guard disagreeing <= Examination.namedLimit else { return true }
                var columns = Columns(row)
                let id: Application.ID = try columns.next()
                let status: String = try columns.next()
                let last: String? = try columns.next()
                add(
                    .history, disagreement(status, last), place: "application \(id)",
                    remedy: Remedies.restore(examination.location))
                return true
            }
        }
        examination.addRest(.history, disagreeing)
        try HistoryGaps(examination).run(transaction, last: last, batch: Self.batch)
        examination.conclude(
            .history,
            Phrase(
                en: "Every history has no gap and ends with the application's status.",
                fr: "Chaque historique est sans lacune et finit par le statut de sa candidature."))
    }

    private func disagreement(_ status: String, _ last: String?) -> Phrase {
        guard let last else {
            return Phrase(en: "The application has no history.", fr: "La candidature n’a pas d’historique.")
        }
        return Phrase(
            en: "The application is in \(status), but its history ends with \(last).",
            fr: "La candidature est en \(status), mais son historique finit par \(last).")
    }

    /// An application is closed exactly when its stage is an end, and a candidate has one open one for a job.
    private func checkStates(_ transaction: any Transaction, _ withoutIndexes: SQL) throws {
        let open = Application.Status.open
        var wrong = 0
        try transaction.forEach(
            """
            SELECT id, status FROM application WHERE deleted_at IS NULL
            AND (closed_at IS NULL) <> (status IN \(list: open)) LIMIT 1000
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let id = try Application.ID.decode(row, 0)
            add(
                .applications,
                Phrase(
                    en: "The application is in \(row.text(1)), but its closing date says otherwise.",
                    fr: "La candidature est en \(row.text(1)), mais sa date de clôture dit le contraire."),
                place: "application \(id)", remedy: Remedies.restore(examination.location))
            return true
        }
        try transaction.forEach(
            """
            SELECT candidate_id, job_id, COUNT(*) FROM application\(withoutIndexes)
            WHERE status IN \(list: open) AND deleted_at IS NULL GROUP BY candidate_id, job_id HAVING COUNT(*) > 1
            LIMIT 1000
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let candidate = try Candidate.ID.decode(row, 0)
            let job = try Job.ID.decode(row, 1)
            add(
                .applications,
                Phrase(
                    en: "The candidate has \(row.integer(2)) open applications to one job.",
                    fr: "Le candidat a \(row.integer(2)) candidatures ouvertes à un même poste."),
                place: "candidate \(candidate), job \(job)",
                remedy: Phrase(
                    en: "Withdraw or reject all of them but one.", fr: "Retirez ou refusez-les toutes sauf une."))
            return true
        }
        examination.addRest(.applications, wrong)
        examination.conclude(
            .applications,
            Phrase(
                en: "No candidate has two open applications to one job.",
                fr: "Aucun candidat n’a deux candidatures ouvertes à un même poste."))
    }

    private func checkCounters(_ transaction: any Transaction) throws {
        var wrong = 0
        try transaction.forEach(
            """
            SELECT scope_id, status, SUM(counted), SUM(kept) FROM (
            SELECT scope_id, status, n AS counted, entered, 0 AS kept, 0 AS kept_entered FROM (
            SELECT scope_id, status, n, entered FROM (\(EngineCounters.stageCounts)) expected) wanted
            UNION ALL SELECT scope_id, status, 0, 0, n, entered FROM application_count
            ) counts GROUP BY scope_id, status HAVING SUM(counted) <> SUM(kept)
            OR SUM(entered) <> SUM(kept_entered)
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let scope = try AnyEntity.ID.decode(row, 0)
            add(
                .counters,
                Phrase(
                    en: "The board shows \(row.integer(3)) in \(row.text(1)) where there are \(row.integer(2)).",
                    fr: "Le tableau affiche \(row.integer(3)) en \(row.text(1)) alors qu’il y en a \(row.integer(2))."),
                place: "application_count, scope \(scope), \(row.text(1))", remedy: examination.countersRemedy)
            return true
        }
        examination.addRest(.counters, wrong)
        examination.conclude(
            .counters, Phrase(en: "Every counter is right.", fr: "Tous les compteurs sont justes."))
    }

    private func add(_ check: Finding.Check, _ what: Phrase, place: String, remedy: Phrase) {
        examination.add(check, .damage, what, place: place, remedy: remedy)
    }
}
