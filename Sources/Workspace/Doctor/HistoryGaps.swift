import Domain
import Engine
import Storage

/// Lines that are missing inside of histories: each begins where the one before it ended, and the first out of nothing.
struct HistoryGaps {
    let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    /// - Parameter last: the highest number of an application.
    func run(_ transaction: any Transaction, last: Int64, batch: Int64) throws {
        var gaps = 0
        for start in stride(from: Int64(0), to: last, by: Int64.Stride(batch)) {
            examination.advance(.history, Int(start), of: Int(last))
            try transaction.forEach(
                """
                SELECT application_id, previous, from_status FROM (
                SELECT h.application_id, h.from_status, h.row_seq, h.at, h.id, LAG(h.to_status) OVER (
                PARTITION BY h.application_id ORDER BY h.row_seq, h.at, h.id) AS previous
                FROM application a JOIN status_history h ON h.application_id = a.id
                WHERE a.row_no > \(start) AND a.row_no <= \(start + batch)) lines
                WHERE COALESCE(previous, '') <> COALESCE(from_status, '') ORDER BY application_id, row_seq, at, id
                """
            ) { row in
                gaps += 1
                guard gaps <= Examination.namedLimit else { return true }
                var columns = Columns(row)
                let id: Application.ID = try columns.next()
                let (before, from): (String?, String?) = (try columns.next(), try columns.next())
                examination.add(
                    .history, .damage, words(before, from), place: "application \(id)",
                    remedy: Remedies.restore(examination.location))
                return true
            }
        }
        examination.historyHasGaps = gaps > 0
        examination.addRest(.history, gaps)
    }

    private func words(_ before: String?, _ from: String?) -> Phrase {
        switch (before, from) {
        case (let before?, let from?):
            Phrase(
                en: "The history has a gap: a line ends in \(before), and the next one begins in \(from).",
                fr: "L’historique a une lacune : une ligne finit en \(before), la suivante commence en \(from).")
        case (nil, let from?):
            Phrase(
                en: "The beginning of the history is missing: its first line comes from \(from).",
                fr: "Le début de l’historique manque : sa première ligne vient de \(from).")
        default:
            Phrase(en: "The history begins twice.", fr: "L’historique commence deux fois.")
        }
    }
}
