import Domain
import Storage

/// What the full-text index keeps of a candidate (`EngineSchema.candidateSearch`).
///
/// `title`, `skills` and `region` are searched by callers who see the candidate only as an anonymous profile, so they
/// hold what that profile shows and nothing else.
struct CandidateSearchDocument {
    var name: [String] = []
    var title = ""
    var skills: [String] = []
    var region = ""
    var text: [String] = []

    /// How many characters of a CV are indexed.
    static let indexedContent = 200_000

    /// The parts that the candidate's own row gives.
    init(_ view: CandidateView) {
        name = [view.firstName, view.lastName].compactMap(\.self)
        name += view.emails?.map(\.value.value) ?? []
        name += view.phones?.flatMap { [$0.value.value, $0.e164?.value ?? ""] } ?? []
        title = view.currentTitle ?? ""
        region = view.location?.region?.value ?? ""
        text = [
            view.headline, view.summary, view.currentCompany, view.location?.city?.value,
            view.location?.countryCode?.value, view.location?.postalCode?.value, view.workAuthorization,
        ].compactMap(\.self)
        text += view.tags ?? []
        text += view.languages?.map(\.language.value) ?? []
        text += view.profiles?.compactMap { $0.username?.value } ?? []
    }

    /// The columns of `c` that `init(_:)` reads.
    private static let columns: SQL = """
        c.first_name, c.last_name, c.emails, c.phones, c.current_title, c.region, c.headline, c.summary,
        c.current_company, c.city, c.country_code, c.postal_code, c.work_authorization, c.tags, c.languages, c.profiles
        """

    /// The same parts straight from the row: an index is made of a million of them.
    private init(_ columns: inout Columns) throws {
        name = [try columns.next(), try columns.next()]
        name += try StoredJSON.texts(columns.next(), ["value"])
        name += try StoredJSON.texts(columns.next(), ["value", "e164"])
        title = try columns.next(String?.self) ?? ""
        region = try columns.next(String?.self) ?? ""
        for _ in 0..<7 { if let part = try columns.next(String?.self) { text.append(part) } }
        text += try StoredJSON.texts(columns.next(), [])
        text += try StoredJSON.texts(columns.next(), ["language"])
        text += try StoredJSON.texts(columns.next(), ["username"])
    }

    var contents: [String] {
        // A separator that is no letter keeps a phrase from reaching from one part into the next only by words in a
        // row, which is harmless.
        [
            SearchWords.indexed(name.joined(separator: "\n")), SearchWords.indexed(title),
            SearchWords.indexed(skills.joined(separator: "\n")), SearchWords.indexed(region),
            SearchWords.indexed(text.joined(separator: "\n")),
        ]
    }

    mutating func add(_ experience: ExperienceView) {
        text += [experience.position, experience.name, experience.location ?? "", experience.summary ?? ""]
        text += experience.highlights
    }

    mutating func add(_ education: EducationView) {
        text += [education.institution, education.area ?? "", education.studyType ?? ""]
        text += education.courses
    }

    func write(_ rowNumber: Int64, in transaction: any Transaction) throws {
        try EngineSearch.write(
            [SearchDocument(key: rowNumber, contents: contents)], to: EngineSchema.candidateSearch, in: transaction)
    }

    /// Makes the document of a candidate anew from what is stored; takes it out where the candidate is gone.
    static func rebuild(_ id: Candidate.ID, in transaction: any Transaction) throws {
        let documents = try all(where: "c.id = \(id)", in: transaction)
        try EngineSearch.write(documents, to: EngineSchema.candidateSearch, in: transaction)
    }

    /// The documents of the candidates `c` that meet the condition, by one query a table.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        var documents: [Candidate.ID: CandidateSearchDocument] = [:]
        var numbers: [(key: Int64, id: Candidate.ID)] = []
        try transaction.forEach(
            """
            SELECT c.row_no, c.id, c.deleted_at, \(columns) FROM candidate c WHERE \(condition)
            """
        ) { row in
            var columns = Columns(row)
            let key = try columns.next(Int64.self)
            let id = try columns.next(Candidate.ID.self)
            numbers.append((key, id))
            if try columns.next(Instant?.self) == nil { documents[id] = try CandidateSearchDocument(&columns) }
            return true
        }
        try CandidateSearchParts(condition: condition, transaction: transaction).add(to: &documents)
        return numbers.map { SearchDocument(key: $0.key, contents: documents[$0.id]?.contents) }
    }
}
