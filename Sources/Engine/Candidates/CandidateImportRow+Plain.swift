import Domain
import JSON

/// Most rows hold a few texts and lists of texts, each as it should be. Those are read here, at a fraction of what a
/// decoder takes; whatever is unknown, wrong, of another type or merely rare is left to the decoder, which also finds the
/// words for what is wrong.
extension CandidateImportRow: PlainlyRead {
    convenience init?(plain value: JSONValue) {
        do {
            let row = try PlainCandidate(value)
            guard let firstName = row.firstName, let lastName = row.lastName else { return nil }
            self.init(
                candidate: CreateCandidate(
                    firstName: firstName, lastName: lastName, headline: row.headline, summary: row.summary,
                    emails: row.emails, phones: row.phones, location: row.location, profiles: row.profiles,
                    languages: row.languages, currentTitle: row.currentTitle, currentCompany: row.currentCompany,
                    workAuthorization: row.workAuthorization, availableFrom: row.availableFrom, status: row.status,
                    canEmail: row.canEmail, tags: row.tags),
                details: Details(skills: row.skills, experience: row.experience, education: row.education))
        } catch {
            return nil
        }
    }
}

/// The fields of a row that is read without a decoder.
private struct PlainCandidate {
    var firstName: Text<120>?
    var lastName: Text<120>?
    var headline: Text<200>?
    var summary: Text<10_000>?
    var emails: [LabelledEmail]?
    var phones: [LabelledPhone]?
    var location: Location?
    var profiles: [NetworkProfile]?
    var languages: [SpokenLanguage]?
    var currentTitle: Text<200>?
    var currentCompany: Text<200>?
    var workAuthorization: Text<200>?
    var availableFrom: PartialDate?
    var status: Candidate.Status?
    var canEmail: Bool?
    var tags: [Text<60>]?
    var skills: [Text<120>]?
    var experience: [CandidateImportRow.WorkRecord]?
    var education: [CandidateImportRow.StudyRecord]?

    init(_ value: JSONValue) throws(PlainReading.Unusual) {
        for (key, value) in try PlainReading.object(value) {
            switch key {
            case "first_name": firstName = try PlainReading.text(value)
            case "last_name": lastName = try PlainReading.text(value)
            case "emails": emails = try PlainReading.list(value, PlainReading.email)
            case "phones": phones = try PlainReading.list(value, PlainReading.phone)
            case "location": location = try PlainReading.optional(value, PlainReading.location)
            case "current_title": currentTitle = try PlainReading.text(value)
            case "current_company": currentCompany = try PlainReading.text(value)
            case "headline": headline = try PlainReading.text(value)
            case "summary": summary = try PlainReading.text(value)
            case "skills": skills = try PlainReading.list(value, PlainReading.element)
            case "experience": experience = try PlainReading.list(value, PlainReading.work)
            case "education": education = try PlainReading.list(value, PlainReading.study)
            case "tags": tags = try PlainReading.list(value, PlainReading.element)
            case "languages": languages = try PlainReading.list(value, PlainReading.language)
            case "profiles": profiles = try PlainReading.list(value, PlainReading.profile)
            case "work_authorization": workAuthorization = try PlainReading.text(value)
            case "available_from": availableFrom = try PlainReading.date(value)
            case "status": status = try PlainReading.optional(value, PlainReading.word)
            case "can_email": canEmail = try PlainReading.truth(value)
            default: throw PlainReading.Unusual()
            }
        }
    }
}
