import Domain
import Engine

/// A part of a profile that is shown at a time.
public enum ProfileSection: Sendable, Hashable, CaseIterable {
    case summary, experience, education, curriculumVitae, applications, matches, notes, meetings, timeline

    public var title: Phrase {
        switch self {
        case .summary: Phrase(en: "Summary", fr: "Résumé")
        case .experience: Phrase(en: "Experience", fr: "Parcours")
        case .education: Phrase(en: "Education", fr: "Formation")
        case .curriculumVitae: Phrase(en: "CV", fr: "CV")
        case .applications: Phrase(en: "Applications", fr: "Candidatures")
        case .matches: Phrase(en: "Matching jobs", fr: "Offres adaptées")
        case .notes: Phrase(en: "Notes", fr: "Notes")
        case .meetings: Phrase(en: "Interviews, offers", fr: "Entretiens, offres")
        case .timeline: Phrase(en: "Timeline", fr: "Historique")
        }
    }

    /// Whether an anonymous profile has it: the rest tells who somebody is.
    var isForAnonymous: Bool {
        switch self {
        case .summary, .applications, .notes, .meetings, .timeline: true
        case .experience, .education, .curriculumVitae, .matches: false
        }
    }

    /// Whether it tells of one application, and is empty without one.
    var isAboutApplication: Bool {
        switch self {
        case .notes, .meetings, .timeline: true
        case .summary, .experience, .education, .curriculumVitae, .applications, .matches: false
        }
    }

    /// The sections of a role: what it may not read is not there.
    static func available(to rights: ProfileRights) -> [ProfileSection] {
        allCases.filter { section in
            switch section {
            case .summary: true
            case .experience: rights.experience
            case .education: rights.education
            case .curriculumVitae: rights.curriculumVitae
            case .applications: rights.applications != nil
            case .matches: rights.matches
            case .notes: rights.notes
            case .meetings: rights.interviews || rights.offers
            case .timeline: rights.history
            }
        }
    }
}

/// Which of the operations behind a profile a role may call.
struct ProfileRights: Sendable {
    /// How the applications of a candidate are listed.
    enum ApplicationList: Sendable { case ofCandidate, filtered }

    /// Whether it is the person's own profile: everything in it is about itself.
    let isOwn: Bool
    let application: Bool
    let applications: ApplicationList?
    let requirements, experience, education, curriculumVitae, matches, history, notes, interviews, offers, sources: Bool

    init(_ role: Role) {
        func may(_ operation: String) -> Bool { Catalogue.allows(operation, role) }
        isOwn = role == .candidate
        application = may("applications.get")
        applications =
            may("candidates.applications") ? .ofCandidate : may("applications.list") ? .filtered : nil
        requirements = may("jobs.skillRequirements.list")
        experience = may("candidates.experience.list")
        education = may("candidates.education.list")
        curriculumVitae = may("candidates.cv.get")
        matches = may("candidates.matches")
        history = may("applications.history")
        notes = may("applications.notes.list")
        interviews = may("interviews.list")
        offers = may("offers.list")
        // Where a candidate came from is kept from the candidate itself and from employers' anonymous profiles.
        sources = may("sources.list") && role != .candidate
    }
}
