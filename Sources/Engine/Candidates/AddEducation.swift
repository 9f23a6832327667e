import Domain
import JSON
import Storage

/// Adds an education record to a candidate. The candidate's education level follows.
public struct AddEducation: RouteOperation {
    public static let contract = Contract(
        "candidates.education.add", .post, "/candidates/{candidate_id}/education",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Add education record", fr: "Ajouter une formation"), success: 201)

    public var candidateID: Candidate.ID
    public var institution: Text<200>
    public var area: Text<200>?
    public var studyType: Text<120>?
    public var startDate: PartialDate?
    public var endDate: PartialDate?
    public var score: Text<60>?
    public var courses: [Text<200>]?
    public var url: WebAddress?

    public init(
        candidateID: Candidate.ID, institution: Text<200>, area: Text<200>? = nil, studyType: Text<120>? = nil,
        startDate: PartialDate? = nil, endDate: PartialDate? = nil, score: Text<60>? = nil,
        courses: [Text<200>]? = nil, url: WebAddress? = nil
    ) {
        self.candidateID = candidateID
        self.institution = institution
        self.area = area
        self.studyType = studyType
        self.startDate = startDate
        self.endDate = endDate
        self.score = score
        self.courses = courses
        self.url = url
    }

    public func perform(in call: Call) throws -> EducationView {
        let view = EducationView(
            id: call.newID(), candidateID: candidateID, institution: institution.value, area: area?.value,
            studyType: studyType?.value, startDate: startDate, endDate: endDate, score: score?.value,
            courses: courses?.map(\.value) ?? [], url: url?.value, version: 1)
        let problems = EducationWriting.problems(view)
        if !problems.isEmpty { throw Problem.invalid(problems) }
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard try EducationReading.all(of: candidateID, in: call.transaction).count < EducationWriting.limit else {
            throw Problem.conflict(
                Phrase(
                    en: "A candidate has at most \(EducationWriting.limit) education records.",
                    fr: "Un candidat a au plus \(EducationWriting.limit) formations."))
        }
        try EducationWriting.insert(view, in: call)
        try EducationWriting.finish(candidateID, in: call)
        call.note("education", view.id, after: try JSONValue(encoding: view))
        return view
    }
}
