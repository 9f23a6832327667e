import Domain
import Storage

/// What the full-text index knows of a job. `public` holds only what the public sees of it; the skills it asks for
/// are `internal`, because a caller without an account may not list them.
enum JobSearchDocument {
    /// Makes the document anew from the rows. Call it whenever title, texts, place, company name or requirements change.
    static func refresh(_ id: Job.ID, in call: Call) throws {
        let documents = try all(where: "j.id = \(id)", in: call.transaction)
        try EngineSearch.write(documents, to: EngineSchema.jobSearch, in: call.transaction)
    }

    /// The documents of the jobs `j` that meet the condition.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        let jobs = try transaction.all(
            """
            SELECT j.id, j.row_no, j.title, j.description, j.public_description, j.city, j.region, j.requisition_id,
            c.name FROM job j JOIN company c ON c.id = j.company_id WHERE \(condition)
            """
        ) { columns in
            Content(
                id: try columns.next(), key: try columns.next(), title: try columns.next(),
                description: try columns.next(), publicDescription: try columns.next(), city: try columns.next(),
                region: try columns.next(), requisition: try columns.next(), company: try columns.next())
        }
        return try jobs.map { try document($0, in: transaction) }
    }

    private static func document(_ job: Content, in transaction: any Transaction) throws -> SearchDocument {
        let skills: [String] = try transaction.column(
            """
            SELECT s.name FROM skill_requirement r JOIN skill s ON s.id = r.skill_id
            WHERE r.job_id = \(job.id) AND r.deleted_at IS NULL ORDER BY s.name
            """)
        let shown = [job.publicDescription ?? job.description, job.company, job.city ?? "", job.region ?? ""]
        let hidden = [job.requisition, job.publicDescription == nil ? "" : job.description] + skills
        return SearchDocument(
            key: job.key,
            contents: [
                SearchWords.indexed(job.title), SearchWords.indexed(shown.joined(separator: "\n")),
                SearchWords.indexed(hidden.joined(separator: "\n")),
            ])
    }

    static func remove(_ id: Job.ID, in call: Call) throws {
        guard let key: Int64 = try call.transaction.value("SELECT row_no FROM job WHERE id = \(id)") else { return }
        try call.transaction.search.remove(key, from: EngineSchema.jobSearch)
    }

    private struct Content {
        var id: Job.ID
        var key: Int64
        var title: String
        var description: String
        var publicDescription: String?
        var city: String?
        var region: String?
        var requisition: String
        var company: String
    }
}
