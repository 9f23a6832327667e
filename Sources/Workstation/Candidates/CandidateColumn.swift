import Domain
import Engine

extension CandidateView: Identifiable {}

/// A column of the table of candidates.
public enum CandidateColumn: String, Sendable, CaseIterable, Hashable {
    case name, title, place, skills, experience, availability, status, added, education, languages, company, contact

    public static let standard: [CandidateColumn] = [
        .name, .title, .place, .skills, .experience, .availability, .status, .added,
    ]

    public var title: Phrase {
        switch self {
        case .name: Phrase(en: "Name", fr: "Nom")
        case .title: Phrase(en: "Title", fr: "Métier")
        case .place: Phrase(en: "Place", fr: "Lieu")
        case .skills: Phrase(en: "Skills", fr: "Compétences")
        case .experience: Phrase(en: "Work", fr: "Exp.")
        case .availability: Phrase(en: "Available", fr: "Disponibilité")
        case .status: Phrase(en: "Status", fr: "Statut")
        case .added: Phrase(en: "Added", fr: "Ajout")
        case .education: Phrase(en: "Education", fr: "Formation")
        case .languages: Phrase(en: "Languages", fr: "Langues")
        case .company: Phrase(en: "Works at", fr: "Employeur")
        case .contact: Phrase(en: "E-mail", fr: "E-mail")
        }
    }

    /// Whether it holds numbers, which stand at the right.
    public var isNumeric: Bool { self == .experience || self == .added }

    /// The order that its head asks for, if it has one.
    var sort: ListCandidates.SortField? {
        switch self {
        case .name: .name
        case .added: .createdAt
        case .title, .place, .skills, .experience, .availability, .status, .education, .languages, .company, .contact:
            nil
        }
    }

    /// What a candidate has in it.
    func text(_ candidate: CandidateView, _ dates: DateWords) -> String {
        let language = dates.language
        switch self {
        case .name: return candidate.displayName(language)
        case .title: return candidate.currentTitle ?? candidate.headline ?? ""
        case .place: return candidate.location?.shortText ?? ""
        case .skills: return (candidate.skills ?? []).map(\.name).joined(separator: ", ")
        case .experience:
            return candidate.experienceMonths.map { $0 > 0 ? NumberWords.experience(months: $0, language) : "" } ?? ""
        case .availability: return candidate.availability(dates) ?? ""
        case .status:
            if candidate.anonymous { return Phrase(en: "anonymous", fr: "anonyme")[language] }
            return candidate.status.map { $0.title[language] } ?? ""
        case .added: return candidate.createdAt.map { dates.day($0) } ?? ""
        case .education: return candidate.educationLevel.map { EducationLevel.title(of: $0, language) } ?? ""
        case .languages: return (candidate.languages ?? []).map(\.language.value).joined(separator: ", ")
        case .company: return candidate.currentCompany ?? ""
        case .contact: return candidate.emails?.first?.value.value ?? ""
        }
    }
}
