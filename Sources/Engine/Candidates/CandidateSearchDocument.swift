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
        try transaction.search.replace(rowNumber, in: EngineSchema.candidateSearch, contents: contents)
    }

    /// Makes the document of a candidate anew from what is stored; takes it out where the candidate is gone.
    static func rebuild(_ id: Candidate.ID, in transaction: any Transaction) throws {
        let row = try transaction.first(
            """
            SELECT c.row_no, c.deleted_at, \(CandidateReading.columns(flag: "1")) FROM candidate c WHERE c.id = \(id)
            """
        ) { columns in
            (
                number: try columns.next(Int64.self), deletedAt: try columns.next(Instant?.self),
                view: try CandidateReading.read(&columns)
            )
        }
        guard let row else { return }
        guard row.deletedAt == nil else {
            return try transaction.search.remove(row.number, from: EngineSchema.candidateSearch)
        }
        var document = CandidateSearchDocument(row.view)
        document.skills = try transaction.column(
            """
            SELECT s.name FROM candidate_skill cs JOIN skill s ON s.id = cs.skill_id
            WHERE cs.candidate_id = \(id) AND cs.deleted_at IS NULL ORDER BY s.name_folded
            """)
        for experience in try ExperienceReading.all(of: id, in: transaction) { document.add(experience) }
        for education in try EducationReading.all(of: id, in: transaction) { document.add(education) }
        let content: String? = try transaction.value(
            """
            SELECT content FROM cv WHERE candidate_id = \(id) AND is_primary = 1 AND deleted_at IS NULL
            ORDER BY version_no DESC LIMIT 1
            """)
        if let content { document.text.append(String(content.prefix(indexedContent))) }
        try document.write(row.number, in: transaction)
    }
}
