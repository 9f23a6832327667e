import Domain
import JSON
import Storage

/// Writes a changed job with its audit entry, and answers it as it is now.
enum JobChange {
    static func write(_ job: JobView, from before: JobView, in call: Call) throws -> JobView {
        guard job != before else { return before }
        try JobWriting.update(job, from: before, in: call)
        let after = try JobReading.find(job.id, in: call)
        if let changes = try ChangedFields.between(before, after) {
            call.note("job", job.id, before: changes.before, after: changes.after)
        }
        return after
    }
}
