import Domain
import Engine

/// Makes the lines of a profile's sections.
struct ProfileComposer {
    let record: ProfileRecord
    let person: Person
    let document: Profile.Document?
    /// The jobs that go with the candidate, once somebody looked at them.
    let matching: Result<ListCandidateMatches.Matches, Problem>?

    var language: Language { person.language }
    var dates: DateWords { DateWords(person: person, now: record.readAt) }

    func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    func lines(of section: ProfileSection) -> [PaneLine] {
        switch section {
        case .summary: summary
        case .experience: experience
        case .education: education
        case .curriculumVitae: curriculumVitae
        case .applications: applications
        case .matches: MatchLines(language: language).lines(matching)
        case .notes: notes
        case .meetings: meetings
        case .timeline: timeline
        }
    }

    /// What stands where a section has nothing.
    func nothing(_ english: String, _ french: String) -> [PaneLine] {
        record.isPartial ? [] : [.text(say(english, french), .dim)]
    }

    /// Says that a list goes on.
    func older(_ count: Int) -> [PaneLine] {
        guard count > 0 else { return [] }
        let number = NumberWords.count(count, language)
        return [
            .blank,
            .text(say("\(number) older ones are not shown.", "\(number) plus anciens ne sont pas montrés."), .dim),
        ]
    }
}
