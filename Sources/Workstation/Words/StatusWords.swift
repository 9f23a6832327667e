import Domain
import Engine

extension Application.Status {
    public var title: Phrase {
        switch self {
        case .sourced: Phrase(en: "Sourced", fr: "Sourcées")
        case .applied: Phrase(en: "Applied", fr: "Reçues")
        case .screening: Phrase(en: "Screening", fr: "Présélection")
        case .submitted: Phrase(en: "Submitted", fr: "Présentées")
        case .interview: Phrase(en: "Interview", fr: "Entretien")
        case .offer: Phrase(en: "Offer", fr: "Offre")
        case .hired: Phrase(en: "Hired", fr: "Embauches")
        case .rejected: Phrase(en: "Rejected", fr: "Refusées")
        case .withdrawn: Phrase(en: "Withdrawn", fr: "Retirées")
        }
    }

    /// What one application in it is, where `title` names the stage.
    public var state: Phrase {
        switch self {
        case .sourced: Phrase(en: "Sourced", fr: "Sourcée")
        case .applied: Phrase(en: "Applied", fr: "Reçue")
        case .submitted: Phrase(en: "Submitted", fr: "Présentée")
        case .hired: Phrase(en: "Hired", fr: "Embauche")
        case .rejected: Phrase(en: "Rejected", fr: "Refusée")
        case .withdrawn: Phrase(en: "Withdrawn", fr: "Retirée")
        case .screening, .interview, .offer: title
        }
    }

    /// The letter that `m` takes for it. The same in every language, as keymaps are.
    public var letter: Character {
        switch self {
        case .sourced: "r"
        case .applied: "a"
        case .screening: "s"
        case .submitted: "u"
        case .interview: "i"
        case .offer: "o"
        case .hired: "h"
        case .rejected: "x"
        case .withdrawn: "w"
        }
    }
}

extension Role {
    public var title: Phrase {
        switch self {
        case .candidate: Phrase(en: "candidate", fr: "candidat")
        case .employer: Phrase(en: "employer", fr: "employeur")
        case .consultant: Phrase(en: "consultant", fr: "consultant")
        case .admin: Phrase(en: "administrator", fr: "administrateur")
        case .superadmin: Phrase(en: "superadmin", fr: "superadmin")
        }
    }
}

extension Job.Status {
    public var title: Phrase {
        switch self {
        case .draft: Phrase(en: "Draft", fr: "Brouillon")
        case .open: Phrase(en: "Open", fr: "Ouverte")
        case .onHold: Phrase(en: "On hold", fr: "En pause")
        case .filled: Phrase(en: "Filled", fr: "Pourvue")
        case .closed: Phrase(en: "Closed", fr: "Close")
        case .cancelled: Phrase(en: "Cancelled", fr: "Annulée")
        }
    }
}

extension Candidate.Status {
    public var title: Phrase {
        switch self {
        case .active: Phrase(en: "Active", fr: "En recherche")
        case .passive: Phrase(en: "Passive", fr: "À l’écoute")
        case .placed: Phrase(en: "Placed", fr: "Placé")
        case .doNotContact: Phrase(en: "Do not contact", fr: "Ne pas contacter")
        case .archived: Phrase(en: "Archived", fr: "Archivé")
        }
    }
}

extension OutboxMail.Failure {
    public var title: Phrase {
        switch self {
        case .exhausted: Phrase(en: "tried in vain", fr: "tentatives épuisées")
        case .refused: Phrase(en: "refused", fr: "refusé")
        case .bounced: Phrase(en: "came back", fr: "revenu")
        }
    }
}
