import Domain
import JSON

/// Reads the values of a candidate's row without a decoder. Each function takes only what a decoder would take, and
/// makes the same of it; for everything else it throws `Unusual`.
enum PlainReading {
    /// The decoder has to be asked.
    struct Unusual: Error {}

    static func object(_ value: JSONValue) throws(Unusual) -> JSONObject {
        guard case .object(let object) = value else { throw Unusual() }
        return object
    }

    static func text<let maximum: Int>(_ value: JSONValue) throws(Unusual) -> Text<maximum>? {
        try optional(value, element)
    }

    static func element<let maximum: Int>(_ value: JSONValue) throws(Unusual) -> Text<maximum> {
        guard case .string(let text) = value, let text = Text<maximum>(text) else { throw Unusual() }
        return text
    }

    static func date(_ value: JSONValue) throws(Unusual) -> PartialDate? {
        try optional(value, word)
    }

    static func truth(_ value: JSONValue) throws(Unusual) -> Bool? {
        switch value {
        case .null: return nil
        case .bool(let truth): return truth
        default: throw Unusual()
        }
    }

    /// A type that is one of some texts, or texts of some form.
    static func word<Word: RawRepresentable<String>>(_ value: JSONValue) throws(Unusual) -> Word {
        guard case .string(let text) = value, let word = Word(rawValue: text) else { throw Unusual() }
        return word
    }

    static func optional<Value>(
        _ value: JSONValue, _ read: (JSONValue) throws(Unusual) -> Value
    ) throws(Unusual) -> Value? {
        if value.isNull { return nil }
        return try read(value)
    }

    static func list<Element>(
        _ value: JSONValue, _ read: (JSONValue) throws(Unusual) -> Element
    ) throws(Unusual) -> [Element]? {
        switch value {
        case .null: return nil
        case .array(let values):
            var elements: [Element] = []
            elements.reserveCapacity(values.count)
            for value in values { elements.append(try read(value)) }
            return elements
        default: throw Unusual()
        }
    }

    /// The value, where a field has one that it cannot do without.
    static func needed<Value>(_ value: Value?) throws(Unusual) -> Value {
        guard let value else { throw Unusual() }
        return value
    }

    // MARK: Records

    static func email(_ value: JSONValue) throws(Unusual) -> LabelledEmail {
        var address: EmailAddress?
        var type: Text<40>?
        for (key, value) in try object(value) {
            switch key {
            case "value":
                guard case .string(let text) = value else { throw Unusual() }
                address = EmailAddress(text)
            case "type": type = try text(value)
            default: throw Unusual()
            }
        }
        return LabelledEmail(value: try needed(address), type: type)
    }

    static func phone(_ value: JSONValue) throws(Unusual) -> LabelledPhone {
        var number: Text<40>?
        var e164: Text<20>?
        var type: Text<40>?
        for (key, value) in try object(value) {
            switch key {
            case "value": number = try text(value)
            case "e164": e164 = try text(value)
            case "type": type = try text(value)
            default: throw Unusual()
            }
        }
        return LabelledPhone(value: try needed(number), e164: e164, type: type)
    }

    static func location(_ value: JSONValue) throws(Unusual) -> Location {
        var location = Location()
        for (key, value) in try object(value) {
            switch key {
            case "city": location.city = try text(value)
            case "region": location.region = try text(value)
            case "country_code":
                guard case .string(let text) = value, let code = CountryCode(text) else { throw Unusual() }
                location.countryCode = code
            case "postal_code": location.postalCode = try text(value)
            default: throw Unusual()
            }
        }
        return location
    }

    static func profile(_ value: JSONValue) throws(Unusual) -> NetworkProfile {
        var network: Text<60>?
        var username: Text<120>?
        var url: WebAddress?
        for (key, value) in try object(value) {
            switch key {
            case "network": network = try text(value)
            case "username": username = try text(value)
            case "url":
                guard case .string(let text) = value, let address = WebAddress(text) else { throw Unusual() }
                url = address
            default: throw Unusual()
            }
        }
        return NetworkProfile(network: try needed(network), username: username, url: url)
    }

    static func language(_ value: JSONValue) throws(Unusual) -> SpokenLanguage {
        var language: Text<60>?
        var fluency: Text<60>?
        for (key, value) in try object(value) {
            switch key {
            case "language": language = try text(value)
            case "fluency": fluency = try text(value)
            default: throw Unusual()
            }
        }
        return SpokenLanguage(language: try needed(language), fluency: fluency)
    }

    static func work(_ value: JSONValue) throws(Unusual) -> CandidateImportRow.WorkRecord {
        var name: Text<200>?
        var position: Text<200>?
        var startDate: PartialDate?
        var endDate: PartialDate?
        var location: Text<200>?
        var summary: Text<10_000>?
        var highlights: [Text<1_000>]?
        for (key, value) in try object(value) {
            switch key {
            case "name": name = try text(value)
            case "position": position = try text(value)
            case "location": location = try text(value)
            case "start_date": startDate = try date(value)
            case "end_date": endDate = try date(value)
            case "summary": summary = try text(value)
            case "highlights": highlights = try list(value, element)
            default: throw Unusual()
            }
        }
        return CandidateImportRow.WorkRecord(
            name: try needed(name), position: try needed(position), location: location,
            startDate: try needed(startDate), endDate: endDate, summary: summary, highlights: highlights)
    }

    static func study(_ value: JSONValue) throws(Unusual) -> CandidateImportRow.StudyRecord {
        var institution: Text<200>?
        var area: Text<200>?
        var studyType: Text<120>?
        var startDate: PartialDate?
        var endDate: PartialDate?
        var score: Text<60>?
        var courses: [Text<200>]?
        for (key, value) in try object(value) {
            switch key {
            case "institution": institution = try text(value)
            case "area": area = try text(value)
            case "study_type": studyType = try text(value)
            case "start_date": startDate = try date(value)
            case "end_date": endDate = try date(value)
            case "score": score = try text(value)
            case "courses": courses = try list(value, element)
            default: throw Unusual()
            }
        }
        return CandidateImportRow.StudyRecord(
            institution: try needed(institution), area: area, studyType: studyType, startDate: startDate,
            endDate: endDate, score: score, courses: courses, url: nil)
    }
}
