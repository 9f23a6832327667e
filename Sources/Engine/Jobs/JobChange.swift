import Domain
import JSON
import Storage

/// Writes a changed job with its audit entry, and answers it as it is now.
enum JobChange {
    static func write(_ job: JobView, from before: JobView, in call: Call) throws -> JobView {
        guard job != before else { return before }
        try JobWriting.update(job, from: before, in: call)
        let after = try JobReading.find(job.id, in: call)
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version", "updated_at"])
        call.note("job", job.id, before: changes.before, after: changes.after)
        return after
    }
}
