import Domain
import Engine
import Storage

/// Jobs: the openings that hires have taken, and their histories.
struct JobChecks {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func run(_ inspection: any StoreInspection) {
        examination.run(.openings) { try inspection.read(checkOpenings) }
        examination.run(.jobs) { try inspection.read(checkHistory) }
    }

    private func checkOpenings(_ transaction: any Transaction) throws {
        var wrong = 0
        try transaction.forEach(
            """
            SELECT id, openings_filled, hired FROM (SELECT j.id, j.openings_filled, (SELECT COUNT(*) FROM application a
            WHERE a.job_id = j.id AND a.status = 'hired' AND a.deleted_at IS NULL) AS hired FROM job j) counted
            WHERE openings_filled <> hired
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let id = try Job.ID.decode(row, 0)
            examination.add(
                .openings, .damage,
                Phrase(
                    en: "The job counts \(row.integer(1)) openings as filled, but has \(row.integer(2)) hires.",
                    fr: "Le poste compte \(row.integer(1)) ouvertures pourvues, mais \(row.integer(2)) embauches."),
                place: "job \(id)", remedy: Remedies.rebuild)
            return true
        }
        examination.addRest(.openings, wrong)
        examination.conclude(
            .openings, Phrase(en: "Openings filled are hires made.", fr: "Les ouvertures pourvues sont les embauches."))
    }

    private func checkHistory(_ transaction: any Transaction) throws {
        var wrong = 0
        try transaction.forEach(
            """
            SELECT id, status, last FROM (SELECT j.id, j.status, (SELECT h.to_status FROM job_status_history h
            WHERE h.job_id = j.id ORDER BY h.row_seq DESC, h.at DESC, h.id DESC LIMIT 1) AS last FROM job j) ended
            WHERE last IS NULL OR last <> status
            """
        ) { row in
            wrong += 1
            guard wrong <= Examination.namedLimit else { return true }
            let id = try Job.ID.decode(row, 0)
            let last = row.isNull(2) ? "–" : row.text(2)
            examination.add(
                .jobs, .damage,
                Phrase(
                    en: "The job is \(row.text(1)), but its history ends with \(last).",
                    fr: "Le poste est \(row.text(1)), mais son historique finit par \(last)."),
                place: "job \(id)", remedy: Remedies.restore(examination.location))
            return true
        }
        examination.addRest(.jobs, wrong)
        examination.conclude(
            .jobs,
            Phrase(
                en: "Every job's status is where its history ends.",
                fr: "Le statut de chaque poste est celui où finit son historique."))
    }
}
