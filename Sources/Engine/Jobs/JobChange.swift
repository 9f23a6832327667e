import Domain
import JSON
import Storage

/// Refuses a change that was made from an older look at a row.
enum JobVersion {
    static func check(_ job: JobView, expected: Int?) throws {
        guard let expected, let version = job.version, expected != version else { return }
        throw Problem.conflict(
            Phrase(
                en: "Somebody changed this job meanwhile: it is version \(version), not \(expected).",
                fr: "Ce poste a été modifié entre-temps : version \(version), et non \(expected)."),
            members: ["version": .integer(Int64(version))]
        ).about("job", job.id)
    }
}

/// Writes a changed job with its audit entry, and answers it as it is now.
enum JobChange {
    static func write(_ job: JobView, from before: JobView, in call: Call) throws -> JobView {
        guard job != before else { return before }
        try JobWriting.update(job, from: before, in: call)
        let after = try JobReading.find(job.id, in: call)
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["updated_at", "owner_name"])
        call.note("job", job.id, before: changes.before, after: changes.after)
        return after
    }
}
