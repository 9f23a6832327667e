import Domain
import JSON
import Storage

/// A candidate of an import with everything that can be worked out before the write lock is taken.
///
/// A class, since so large a value is dear to copy.
public final class CandidateDraft: Sendable {
    /// The candidate, who has no identifier yet.
    let view: CandidateView
    let experience: [ExperienceView]
    let education: [EducationView]
    /// The skills by name, each with its folded name, none empty or twice.
    let skills: [(name: Text<120>, key: String)]
    /// What the person is taken for another by.
    let known: [CandidateContacts.Contact]
    /// Of the whole row, where there is nothing to recognise the person by.
    let digest: [UInt8]?
    /// What the person is recognised by.
    let contacts: [CandidateContacts.Contact]
    let columns: CandidateColumns
    /// The folded words of the search document, but for the skills.
    let words: [String]
    /// What is wrong with the row.
    let errors: [FieldError]

    private static let nobody = Candidate.ID(high: 0, low: 0)

    init(_ row: CandidateImportRow, now: Instant) throws {
        var view = row.candidate.draft(id: Self.nobody)
        experience = Self.experience(row)
        education = Self.education(row)
        errors = Self.problems(row, view, experience, education)
        view.experienceMonths = ExperienceMonths.total(of: experience, now: now)
        view.educationLevel = EducationLevel.highest(of: education.map(\.studyType))?.rawValue
        self.view = view
        contacts = CandidateContacts.of(view)
        known = contacts.filter { $0.kind == "email" || $0.kind == "phone" && $0.value.hasPrefix("+") }
        digest = known.isEmpty ? SHA256.hash(try JSONText.encode(row)) : nil
        columns = try CandidateColumns(view)
        var document = CandidateSearchDocument(view)
        for record in experience { document.add(record) }
        for record in education { document.add(record) }
        words = document.contents
        skills = Self.skills(row)
    }

    private static func skills(_ row: CandidateImportRow) -> [(name: Text<120>, key: String)] {
        guard let names = row.details.skills, !names.isEmpty else { return [] }
        var skills: [(name: Text<120>, key: String)] = []
        var seen: Set<String> = [""]
        for name in names {
            let key = Folding.key(name.value)
            if seen.insert(key).inserted { skills.append((name, key)) }
        }
        return skills
    }

    private static func problems(
        _ row: CandidateImportRow, _ view: CandidateView, _ experience: [ExperienceView], _ education: [EducationView]
    ) -> [FieldError] {
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
        return errors
    }

    private static func experience(_ row: CandidateImportRow) -> [ExperienceView] {
        (row.details.experience ?? []).map { record in
            ExperienceView(
                id: Experience.ID(high: 0, low: 0), candidateID: nobody, name: record.name.value,
                position: record.position.value, location: record.location?.value, startDate: record.startDate,
                endDate: record.endDate, summary: record.summary?.value,
                highlights: record.highlights?.map(\.value) ?? [], version: 1)
        }
    }

    private static func education(_ row: CandidateImportRow) -> [EducationView] {
        (row.details.education ?? []).map { record in
            EducationView(
                id: Education.ID(high: 0, low: 0), candidateID: nobody, institution: record.institution.value,
                area: record.area?.value, studyType: record.studyType?.value, startDate: record.startDate,
                endDate: record.endDate, score: record.score?.value, courses: record.courses?.map(\.value) ?? [],
                url: record.url?.value, version: 1)
        }
    }
}
