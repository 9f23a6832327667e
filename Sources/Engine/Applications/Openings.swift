import Domain
import JSON
import Storage

/// A hire takes one of its job's openings, and taking the hire back gives it back.
extension ApplicationRecord {
    static let noOpening = Phrase(
        en: "The job has no opening left. Raise its number of openings, or take another hire back.",
        fr: "Le poste n’a plus d’ouverture. Augmentez le nombre d’ouvertures ou annulez une autre embauche.")

    /// Takes an opening; the last one turns the job `filled`. The caller has checked that there is one.
    mutating func takeOpening(in call: Call) throws {
        openingsFilled += 1
        let fills = openingsFilled >= openings && (jobStatus == .open || jobStatus == .onHold)
        try writeJob(status: fills ? .filled : jobStatus, in: call)
    }

    /// Gives an opening back; a job that was filled by it is open again.
    mutating func giveBackOpening(in call: Call) throws {
        let reopens = jobStatus == .filled && openingsFilled >= openings
        openingsFilled = max(0, openingsFilled - 1)
        try writeJob(status: reopens ? .open : jobStatus, in: call)
    }

    private mutating func writeJob(status: Job.Status, in call: Call) throws {
        let sequence = try call.rowSequence()
        var after: JSONObject = ["openings_filled": .integer(Int64(openingsFilled))]
        if status != jobStatus { after["status"] = .string(status.rawValue) }
        call.note("job", view.jobID, after: .object(after))
        guard status != jobStatus else {
            try call.transaction.execute(
                """
                UPDATE job SET openings_filled = \(openingsFilled), updated_at = \(call.now), version = version + 1,
                row_seq = \(sequence) WHERE id = \(view.jobID)
                """)
            return
        }
        try call.transaction.execute(
            """
            UPDATE job SET openings_filled = \(openingsFilled), status = \(status),
            closed_at = \(status == .filled ? call.now : nil), updated_at = \(call.now), version = version + 1,
            row_seq = \(sequence) WHERE id = \(view.jobID)
            """)
        try call.transaction.execute(
            """
            INSERT INTO job_status_history (id, job_id, from_status, to_status, at, actor_id, row_seq)
            VALUES (\(call.newID(StatusChange.self)), \(view.jobID), \(jobStatus), \(status), \(call.now),
            \(call.principal.userID), \(sequence))
            """)
        jobStatus = status
    }
}
