import Domain
import Engine

/// A part of a job's detail that is shown at a time.
public enum JobSection: Sendable, Hashable, CaseIterable {
    case summary, candidates, analytics

    public var title: Phrase {
        switch self {
        case .summary: Phrase(en: "Summary", fr: "Résumé")
        case .candidates: Phrase(en: "Matching candidates", fr: "Candidats adaptés")
        case .analytics: Phrase(en: "Analytics", fr: "Analyse")
        }
    }

    /// The sections of a job: what the role may not read, or of jobs that it does not see in full, is not there.
    static func available(to role: Role, for job: JobView) -> [JobSection] {
        allCases.filter { section in
            switch section {
            case .summary: true
            case .candidates: job.openApplications != nil && Catalogue.allows("jobs.candidates", role)
            case .analytics: job.openApplications != nil && Catalogue.allows("jobs.analytics", role)
            }
        }
    }
}
