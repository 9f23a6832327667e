import JSON

/// Reads JSON Resume, and FRESH, the older format of the same purpose.
public enum ResumeDocument {
    /// The resume in a JSON document, or nil where it is neither format.
    public static func resume(from document: JSONValue) -> Resume? {
        guard document.objectValue != nil else { return nil }
        if document["basics"]?.objectValue != nil { return jsonResume(document) }
        let isFresh =
            document["meta"]?["format"]?.stringValue?.contains("FRESH") == true
            || document["employment"]?.objectValue != nil || document["contact"]?.objectValue != nil
        if isFresh, document["name"]?.stringValue != nil { return fresh(document) }
        let parts = ["work", "education", "skills", "languages"].filter { document[$0]?.arrayValue != nil }
        return parts.count >= 2 ? jsonResume(document) : nil
    }

    private static func jsonResume(_ document: JSONValue) -> Resume {
        var resume = Resume()
        let basics = document["basics"]
        resume.basics.name = text(basics, "name")
        resume.basics.label = text(basics, "label")
        resume.basics.email = text(basics, "email")
        resume.basics.summary = text(basics, "summary")
        resume.basics.url = text(basics, "url", "website")
        resume.basics.location = location(basics?["location"])
        setPhone(text(basics, "phone"), in: &resume)
        resume.basics.profiles = list(basics, "profiles").map(profile)
        resume.work = list(document, "work").map(work)
        resume.volunteer = list(document, "volunteer").map(work)
        resume.education = list(document, "education").map(education)
        resume.skills = list(document, "skills").compactMap(skill)
        resume.languages = list(document, "languages").map {
            Resume.Language(language: text($0, "language", "name"), fluency: text($0, "fluency", "level"))
        }
        resume.interests = list(document, "interests").map(nameOrText)
        resume.projects = list(document, "projects").map(nameOrText)
        resume.certificates = list(document, "certificates").map(nameOrText)
        return withoutBlanks(resume)
    }

    /// Templates come with empty entries.
    private static func withoutBlanks(_ resume: Resume) -> Resume {
        var resume = resume
        resume.basics.profiles.removeAll { $0 == Resume.Profile() }
        resume.work.removeAll { $0 == Resume.Work() }
        resume.volunteer.removeAll { $0 == Resume.Work() }
        resume.education.removeAll { $0 == Resume.Education() }
        resume.languages.removeAll { $0 == Resume.Language() }
        resume.interests.removeAll(where: \.isEmpty)
        resume.projects.removeAll(where: \.isEmpty)
        resume.certificates.removeAll(where: \.isEmpty)
        return resume
    }

    private static func fresh(_ document: JSONValue) -> Resume {
        var resume = Resume()
        resume.basics.name = text(document, "name")
        resume.basics.label = text(document["info"], "label")
        resume.basics.summary = text(document["info"], "brief")
        resume.basics.email = text(document["contact"], "email")
        resume.basics.url = text(document["contact"], "website")
        resume.basics.location = location(document["location"])
        setPhone(text(document["contact"], "phone"), in: &resume)
        resume.basics.profiles = list(document, "social").map(profile)
        resume.work = list(document["employment"], "history").map(work)
        resume.volunteer = list(document["service"], "history").map(work)
        resume.education = list(document["education"], "history").map(education)
        let sets = list(document["skills"], "sets")
        if sets.isEmpty {
            resume.skills = list(document["skills"], "list").compactMap(skill)
        } else {
            resume.skills = sets.map { set in
                Resume.Skill(
                    name: text(set, "name"), level: text(set, "level"), keywords: list(set, "skills").map(nameOrText))
            }
        }
        resume.languages = list(document, "languages").map {
            Resume.Language(language: text($0, "language", "name"), fluency: text($0, "fluency", "level"))
        }
        resume.interests = list(document, "interests").map(nameOrText)
        resume.projects = list(document, "projects").map { text($0, "title", "name") }
        return withoutBlanks(resume)
    }

    private static func setPhone(_ phone: String, in resume: inout Resume) {
        resume.basics.phone = phone
        let country = resume.basics.location.countryCode
        resume.basics.phoneE164 = PhoneNumber.e164(phone, country: country) ?? PhoneNumber.e164(phone) ?? ""
    }

    private static func location(_ value: JSONValue?) -> Resume.Location {
        var location = Resume.Location()
        location.address = text(value, "address")
        location.city = text(value, "city")
        location.region = text(value, "region")
        location.postalCode = text(value, "postalCode", "code")
        location.countryCode = text(value, "countryCode", "country")
        return location
    }

    private static func profile(_ value: JSONValue) -> Resume.Profile {
        Resume.Profile(
            network: text(value, "network"), username: text(value, "username", "user"), url: text(value, "url"))
    }

    private static func work(_ value: JSONValue) -> Resume.Work {
        var work = Resume.Work()
        work.name = text(value, "name", "company", "employer", "organization")
        work.position = text(value, "position")
        work.location = text(value, "location")
        work.startDate = date(value, "startDate", "start")
        work.endDate = date(value, "endDate", "end")
        work.summary = text(value, "summary")
        work.highlights = list(value, "highlights").compactMap(\.stringValue).filter { !$0.isEmpty }
        return work
    }

    private static func education(_ value: JSONValue) -> Resume.Education {
        var education = Resume.Education()
        education.institution = text(value, "institution")
        education.area = text(value, "area")
        education.studyType = text(value, "studyType", "title")
        education.startDate = date(value, "startDate", "start")
        education.endDate = date(value, "endDate", "end")
        education.score = text(value, "score", "gpa", "grade")
        return education
    }

    private static func skill(_ value: JSONValue) -> Resume.Skill? {
        if let name = value.stringValue { return Resume.Skill(name: name) }
        let keywords = list(value, "keywords").compactMap(\.stringValue).filter { !$0.isEmpty }
        let skill = Resume.Skill(name: text(value, "name"), level: text(value, "level"), keywords: keywords)
        return skill.name.isEmpty && keywords.isEmpty ? nil : skill
    }

    private static func nameOrText(_ value: JSONValue) -> String { value.stringValue ?? text(value, "name") }

    /// A date in the form that the domain keeps; anything else ("current", "in progress") means open.
    private static func date(_ value: JSONValue, _ keys: String...) -> String {
        for key in keys {
            if let text = value[key]?.stringValue { return DateText.parse(text)?.description ?? "" }
            if let year = value[key]?.integerValue { return String(year) }
        }
        return ""
    }

    private static func text(_ value: JSONValue?, _ keys: String...) -> String {
        for key in keys {
            if let text = value?[key]?.stringValue { return String(text.trimmed.prefix(20_000)) }
            if let number = value?[key]?.integerValue { return String(number) }
        }
        return ""
    }

    private static func list(_ value: JSONValue?, _ key: String) -> [JSONValue] {
        Array((value?[key]?.arrayValue ?? []).prefix(500))
    }
}
