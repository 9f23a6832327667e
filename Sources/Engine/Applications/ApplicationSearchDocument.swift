import Domain
import Storage

/// The tokens in the `state` field of `application_search`. They cut a text search by stage and scope inside the
/// index, so that a column of a filtered board reads only what it shows.
///
/// They begin with a sign that no word of `SearchWords` has, so that no word, nor the beginning of one, finds a token,
/// and words need not be looked for by field (docs/decisions/0204-tokens-are-no-words.md).
enum SearchTokens {
    static func stage(_ status: Application.Status) -> String { "=" + status.rawValue }
    static func company(_ number: Int64) -> String { "=c\(number)" }
    static func job(_ number: Int64) -> String { "=j\(number)" }
    static func consultant(_ number: Int64) -> String { "=k\(number)" }
    /// The employer may know the candidate through this application.
    static let visible = "=v"
}

/// The document of one application in `application_search`: `person` holds the candidate's name, `job` the job's
/// title and the company's name, `state` the tokens.
enum ApplicationSearchDocument {
    static func write(_ record: ApplicationRecord, in transaction: any Transaction) throws {
        try write(
            rowNumber: record.rowNumber, person: record.view.candidateName,
            job: record.view.jobTitle + " " + record.view.companyName, status: record.view.status,
            scopes: (record.companyRowNumber, record.jobRowNumber, record.consultantRowNumber),
            visible: record.clientVisible, in: transaction)
    }

    static func write(
        rowNumber: Int64, person: String, job: String, status: Application.Status,
        scopes: (company: Int64, job: Int64, consultant: Int64?), visible: Bool, in transaction: any Transaction
    ) throws {
        try transaction.search.replace(
            rowNumber, in: EngineSchema.applicationSearch,
            contents: contents(person: person, job: job, status: status, scopes: scopes, visible: visible))
    }

    private static func contents(
        person: String, job: String, status: Application.Status,
        scopes: (company: Int64, job: Int64, consultant: Int64?), visible: Bool
    ) -> [String] {
        var state = SearchTokens.stage(status) + " " + SearchTokens.company(scopes.company)
        state += " " + SearchTokens.job(scopes.job)
        if let consultant = scopes.consultant { state += " " + SearchTokens.consultant(consultant) }
        if visible { state += " " + SearchTokens.visible }
        return [SearchWords.indexed(person), SearchWords.indexed(job), state]
    }

    /// Fills the index of a workspace whose schema emptied it, once.
    static func fillOnce(in database: any Database) throws {
        try Supplement.inBatches("application_documents", of: "application", in: database) { numbers, transaction in
            let documents = try all(
                where: "a.row_no BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)", in: transaction)
            try EngineSearch.write(documents, to: EngineSchema.applicationSearch, in: transaction)
        }
    }

    /// Rebuilds the documents of a job's applications, after its title, company's name or owner changed.
    static func refresh(job: Job.ID, in transaction: any Transaction) throws {
        try refresh(where: "a.job_id = \(job)", in: transaction)
    }

    /// Rebuilds the documents of a candidate's applications, after its name changed.
    static func refresh(candidate: Candidate.ID, in transaction: any Transaction) throws {
        try refresh(where: "a.candidate_id = \(candidate)", in: transaction)
    }

    /// Rebuilds the documents of a company's applications, after its name changed.
    static func refresh(company: Company.ID, in transaction: any Transaction) throws {
        try refresh(where: "a.company_id = \(company)", in: transaction)
    }

    private static func refresh(where condition: SQL, in transaction: any Transaction) throws {
        let documents = try all(where: condition, in: transaction)
        try EngineSearch.write(documents, to: EngineSchema.applicationSearch, in: transaction)
    }

    /// The documents of the applications `a` that meet the condition and are not deleted.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        let sql: SQL = """
            SELECT a.row_no, c.first_name, c.last_name, j.title, p.name, a.status, p.row_no, j.row_no, k.row_no,
            a.client_visible FROM \(ApplicationReading.source) LEFT JOIN consultant k ON k.id = a.consultant_id
            WHERE \(condition) AND a.deleted_at IS NULL
            """
        return try transaction.all(sql) { columns in
            let key = try columns.next(Int64.self)
            let person = ApplicationReading.fullName(try columns.next(), try columns.next())
            let job = try columns.next(String.self) + " " + columns.next(String.self)
            return SearchDocument(
                key: key,
                contents: contents(
                    person: person, job: job, status: try columns.next(),
                    scopes: (try columns.next(), try columns.next(), try columns.next()), visible: try columns.next()))
        }
    }
}
