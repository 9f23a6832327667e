import Domain
import Engine

extension JobView: Identifiable {}

/// A column of the table of jobs.
public enum JobColumn: String, Sendable, CaseIterable, Hashable {
    case title, company, place, status, applications, openings, posted, salary, type, workplace, owner, validThrough

    /// What a role sees without choosing: the public knows nothing of applications.
    static func standard(_ role: Role) -> [JobColumn] {
        role == .candidate
            ? [.title, .company, .place, .posted, .salary, .type, .workplace]
            : [.title, .company, .place, .status, .applications, .openings, .posted, .salary]
    }

    public var title: Phrase {
        switch self {
        case .title: Phrase(en: "Job", fr: "Poste")
        case .company: Phrase(en: "Company", fr: "Entreprise")
        case .place: Phrase(en: "Place", fr: "Lieu")
        case .status: Phrase(en: "Status", fr: "Statut")
        case .applications: Phrase(en: "In play", fr: "En cours")
        case .openings: Phrase(en: "Filled", fr: "Pourvus")
        case .posted: Phrase(en: "Posted", fr: "Publiée")
        case .salary: Phrase(en: "Salary", fr: "Salaire")
        case .type: Phrase(en: "Contract", fr: "Contrat")
        case .workplace: Phrase(en: "Workplace", fr: "Lieu de travail")
        case .owner: Phrase(en: "Consultant", fr: "Consultant")
        case .validThrough: Phrase(en: "Until", fr: "Jusqu’au")
        }
    }

    public var isNumeric: Bool {
        switch self {
        case .applications, .openings, .posted, .salary, .validThrough: true
        case .title, .company, .place, .status, .type, .workplace, .owner: false
        }
    }

    /// The order that its head asks for, if it has one.
    var sort: ListJobs.SortField? { self == .title ? .title : self == .posted ? .createdAt : nil }

    func text(_ job: JobView, _ dates: DateWords) -> String {
        let language = dates.language
        switch self {
        case .title: return job.title
        case .company: return job.companyName
        case .place: return job.location.shortText
        case .status: return job.status.title[language]
        case .applications: return job.openApplications.map { NumberWords.count($0, language) } ?? ""
        case .openings: return job.openings.map { "\(job.openingsFilled ?? 0) / \($0)" } ?? ""
        case .posted: return job.datePosted.map { dates.day($0) } ?? ""
        case .salary: return MoneyWords.range(job.baseSalary, language) ?? ""
        case .type: return job.employmentType.title[language]
        case .workplace: return job.workplace.title[language]
        case .owner: return job.ownerName ?? ""
        case .validThrough: return job.validThrough.map { dates.day($0) } ?? ""
        }
    }
}
