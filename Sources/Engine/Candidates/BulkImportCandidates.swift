import Domain
import JSON
import Storage

/// Imports up to 1,000 candidates; longer files are sent in batches. A person who is on file already, by an e-mail
/// address or an international telephone number, is matched and not changed.
public struct BulkImportCandidates: RouteOperation {
    public static let contract = Contract(
        "candidates.bulkImport", .post, "/candidates/bulk-import", access: .roles(admin: .yes), effect: .write,
        "Bulk import candidates")

    public var rows: ImportRows<CandidateImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<CandidateImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        let bulk = BulkImport(targetType: "candidate", dryRun: dryRun ?? false, mode: mode)
        return try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) },
            {
                try bulk.run(rows, in: call) {
                    let batch = CandidateImport(call: call)
                    return { try batch.take($0) }
                }
            })
    }
}

/// Takes the rows of one batch in. What it writes it does not read again, and skills that it has met it remembers.
private final class CandidateImport {
    private let call: Call
    private var skills: [String: (id: Skill.ID, name: String)] = [:]

    init(call: Call) { self.call = call }

    func take(_ row: CandidateImportRow) throws -> ImportOutcome {
        var view = row.candidate.draft(id: call.newID())
        let experience = experience(row, of: view.id)
        let education = education(row, of: view.id)
        try check(row, view, experience, education)
        if let known = try known(view) { return .matched(known.cast()) }
        try CandidateRules.checkReferences(view, in: call)
        view.experienceMonths = ExperienceMonths.total(of: experience, now: call.now)
        view.educationLevel = EducationLevel.highest(of: education.map(\.studyType))?.rawValue
        let number = try RowNumbers.next("candidate", in: call.transaction)
        try CandidateWriting.insert(view, rowNumber: number, in: call)
        var document = CandidateSearchDocument(view)
        for record in experience {
            try ExperienceWriting.insert(record, in: call)
            document.add(record)
        }
        for record in education {
            try EducationWriting.insert(record, in: call)
            document.add(record)
        }
        document.skills = try put(row.details.skills ?? [], of: view.id)
        try document.write(number, in: call.transaction)
        return .created(view.id.cast())
    }

    private func check(
        _ row: CandidateImportRow, _ view: CandidateView, _ experience: [ExperienceView], _ education: [EducationView]
    ) throws(Problem) {
        var errors = CandidateRules.problems(view)
        if experience.count > ExperienceWriting.limit {
            errors.append(.tooMany("experience", ExperienceWriting.limit))
        }
        if education.count > EducationWriting.limit { errors.append(.tooMany("education", EducationWriting.limit)) }
        let skills = row.details.skills ?? []
        if skills.count > SetCandidateSkills.limit { errors.append(.tooMany("skills", SetCandidateSkills.limit)) }
        for (index, record) in experience.enumerated() {
            errors += ExperienceWriting.problems(record, prefix: "experience[\(index)].")
        }
        for (index, record) in education.enumerated() {
            errors += EducationWriting.problems(record, prefix: "education[\(index)].")
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    /// The candidate on file with one of these addresses or international numbers; it may be from an earlier row.
    private func known(_ view: CandidateView) throws -> Candidate.ID? {
        for contact in CandidateContacts.of(view) where contact.kind == "email" || contact.value.hasPrefix("+") {
            if let owner = try CandidateContacts.owner(of: contact, in: call.transaction) { return owner }
        }
        return nil
    }

    /// Writes the skills, each once, and answers their names.
    private func put(_ names: [Text<120>], of candidate: Candidate.ID) throws -> [String] {
        var met = skills
        var own: [Skill.ID: String] = [:]
        var order: [String] = []
        for name in names {
            let key = Folding.key(name.value)
            guard !key.isEmpty else { continue }
            let skill = try met[key] ?? find(name)
            met[key] = skill
            guard own.updateValue(skill.name, forKey: skill.id) == nil else { continue }
            order.append(skill.name)
            try CandidateSkillWriting.put(
                candidate: candidate, skill: skill.id, level: 3, years: nil, lastUsed: nil, origin: .recruiter,
                evidence: nil, in: call)
        }
        // Nothing can fail after this, so what was made is there for the rows that follow.
        skills = met
        return order
    }

    private func find(_ name: Text<120>) throws -> (id: Skill.ID, name: String) {
        let id = try SkillNames.findOrCreate(name, in: call)
        let stored: String? = try call.transaction.value("SELECT name FROM skill WHERE id = \(id)")
        return (id, stored ?? name.value)
    }

    private func experience(_ row: CandidateImportRow, of id: Candidate.ID) -> [ExperienceView] {
        (row.details.experience ?? []).map { record in
            ExperienceView(
                id: call.newID(), candidateID: id, name: record.name.value, position: record.position.value,
                location: record.location?.value, startDate: record.startDate, endDate: record.endDate,
                summary: record.summary?.value, highlights: record.highlights?.map(\.value) ?? [], version: 1)
        }
    }

    private func education(_ row: CandidateImportRow, of id: Candidate.ID) -> [EducationView] {
        (row.details.education ?? []).map { record in
            EducationView(
                id: call.newID(), candidateID: id, institution: record.institution.value, area: record.area?.value,
                studyType: record.studyType?.value, startDate: record.startDate, endDate: record.endDate,
                score: record.score?.value, courses: record.courses?.map(\.value) ?? [], url: record.url?.value,
                version: 1)
        }
    }
}
