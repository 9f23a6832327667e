import Domain
import Intelligence
import JSON

/// What a CV was found to say.
public struct CurriculumAnalysis: Codable, Sendable {
    /// A field of JSON Resume and where its words stand, in Unicode scalars of the text.
    public struct Field: Codable, Sendable, Equatable {
        /// Such as `basics.email` or `work[0].position`.
        public var path: String
        public var value: String
        public var start: Int
        public var end: Int
    }

    public struct SkillYears: Codable, Sendable, Equatable {
        public var name: String
        public var years: Double
    }

    public struct Readability: Codable, Sendable, Equatable {
        public var words: Int
        public var wordsPerSentence: Double
        public var findings: [String]
    }

    /// What was read, in which the places below are counted.
    public var text: String
    public var resume: JSONValue
    public var fields: [Field]
    public var skills: [ExtractedSkillView]
    public var yearsBySkill: [SkillYears]
    public var gaps: [CareerGap]
    /// Parts of a CV that are not there, as JSON Resume calls them.
    public var missing: [String]
    public var readability: Readability
    /// Who spoke of the skills; all else is the program's own.
    public var source: AnswerSource
    /// The assistant that looked for more skills.
    public var model: String?
    /// Why the assistant did not.
    public var sourceNote: String?

    init(
        _ curriculum: AnalyseCurriculum.Curriculum, _ found: [ExtractedSkill], _ named: Assisted<[NamedSkill]>?,
        in call: Call
    ) throws {
        let (text, resume) = (curriculum.text, curriculum.resume)
        let (draft, author) = Assisted.result(of: named, about: text, call.principal.language)
        let spans = Self.spans(resume, now: call.now.date)
        let names = Array(Set(found.flatMap { [$0.text, $0.name] })).sorted()
        self.text = text
        self.resume = resume
        fields = Self.fields(resume, in: text)
        skills = try SkillDraft.merged(ExtractedSkillView.all(found, in: call), draft, in: call)
        yearsBySkill = CareerReview.years(of: names, in: spans)
            .map { SkillYears(name: $0.key, years: $0.value) }
            .sorted { ($1.years, $0.name) < ($0.years, $1.name) }
        gaps = CareerReview.gaps(spans)
        missing = Self.missing(resume)
        readability = Self.readability(text, call.principal.language)
        source = author.source
        model = author.model
        sourceNote = author.note
    }

    private static func readability(_ text: String, _ language: Language) -> Readability {
        let review = AdvertisementReview(text, language: language)
        var findings: [Phrase] = []
        if review.wordCount < 100 {
            findings.append(Phrase(en: "very short: under 100 words", fr: "très court : moins de 100 mots"))
        }
        if review.wordCount > 1200 {
            findings.append(Phrase(en: "very long: over 1,200 words", fr: "très long : plus de 1 200 mots"))
        }
        if review.wordsPerSentence > 30 {
            findings.append(Phrase(en: "long sentences", fr: "phrases longues"))
        }
        return Readability(
            words: review.wordCount, wordsPerSentence: (review.wordsPerSentence * 10).rounded() / 10,
            findings: findings.map { $0[language] })
    }

    private static func missing(_ resume: JSONValue) -> [String] {
        var missing: [String] = []
        for field in ["name", "email", "phone", "summary"] where resume["basics"]?[field]?.stringValue == nil {
            missing.append("basics." + field)
        }
        for part in ["work", "education", "skills", "languages"] where resume[part]?.arrayValue?.isEmpty ?? true {
            missing.append(part)
        }
        return missing
    }

    /// The positions with a beginning; one without an end lasts until now.
    private static func spans(_ resume: JSONValue, now: CalendarDate) -> [CareerSpan] {
        func month(_ value: JSONValue?, isEnd: Bool) -> Int? {
            guard let date = value?.stringValue.flatMap({ PartialDate(rawValue: $0) }) else { return nil }
            return date.year * 12 + (date.month ?? (isEnd ? 12 : 1)) - 1
        }
        let current = now.year * 12 + now.month - 1
        return (resume["work"]?.arrayValue ?? []).compactMap { position in
            guard let first = month(position["startDate"], isEnd: false) else { return nil }
            let last = month(position["endDate"], isEnd: true) ?? current
            guard first <= last else { return nil }
            let texts = ["position", "name", "summary"].compactMap { position[$0]?.stringValue }
            let highlights = (position["highlights"]?.arrayValue ?? []).compactMap(\.stringValue)
            return CareerSpan(firstMonth: first, lastMonth: last, text: (texts + highlights).joined(separator: "\n"))
        }
    }

    private static func fields(_ resume: JSONValue, in text: String) -> [Field] {
        let scalars = Array(text.unicodeScalars)
        var found: [Field] = []
        func look(_ value: JSONValue, _ path: String) {
            guard found.count < 500 else { return }
            if let string = value.stringValue {
                let wanted = Array(string.unicodeScalars)
                guard let start = Self.first(wanted, in: scalars) else { return }
                found.append(Field(path: path, value: string, start: start, end: start + wanted.count))
            } else if let list = value.arrayValue {
                for (index, element) in list.enumerated() { look(element, "\(path)[\(index)]") }
            } else if let object = value.objectValue {
                for (key, element) in object { look(element, path.isEmpty ? key : path + "." + key) }
            }
        }
        look(resume, "")
        return found
    }

    private static func first(_ wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
        guard let head = wanted.first, wanted.count <= scalars.count else { return nil }
        return (0...scalars.count - wanted.count).first { start in
            scalars[start] == head && scalars[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
