import Domain
import Engine

extension Job.Workplace {
    public var title: Phrase {
        switch self {
        case .onSite: Phrase(en: "On site", fr: "Sur site")
        case .hybrid: Phrase(en: "Hybrid", fr: "Hybride")
        case .remote: Phrase(en: "Remote", fr: "À distance")
        }
    }
}

extension SkillRequirement.Importance {
    public var title: Phrase {
        switch self {
        case .required: Phrase(en: "Required", fr: "Exigé")
        case .preferred: Phrase(en: "Preferred", fr: "Souhaité")
        case .nice: Phrase(en: "Nice to have", fr: "Un plus")
        }
    }
}

extension Skill.Origin {
    public var title: Phrase {
        switch self {
        case .own: Phrase(en: "own word", fr: "déclarée")
        case .cv: Phrase(en: "CV", fr: "CV")
        case .recruiter: Phrase(en: "recruiter", fr: "recruteur")
        }
    }
}

extension EducationLevel {
    public var title: Phrase {
        switch self {
        case .secondary: Phrase(en: "Secondary school", fr: "Baccalauréat")
        case .vocational: Phrase(en: "Vocational", fr: "CAP ou BEP")
        case .associate: Phrase(en: "Associate (2 years)", fr: "Bac + 2")
        case .bachelor: Phrase(en: "Bachelor", fr: "Licence (bac + 3)")
        case .master: Phrase(en: "Master", fr: "Master (bac + 5)")
        case .doctorate: Phrase(en: "Doctorate", fr: "Doctorat")
        }
    }

    /// The title of a stored level; what is none of the closed list is shown as it is.
    static func title(of stored: String, _ language: Language) -> String {
        EducationLevel(rawValue: stored)?.title[language] ?? stored
    }
}

extension Note.Visibility {
    public var title: Phrase {
        switch self {
        case .personal: Phrase(en: "private", fr: "privée")
        case .team: Phrase(en: "team", fr: "équipe")
        case .client: Phrase(en: "client", fr: "client")
        case .adminOnly: Phrase(en: "admins only", fr: "administrateurs")
        }
    }
}

extension Interview.Kind {
    public var title: Phrase {
        switch self {
        case .phone: Phrase(en: "Phone interview", fr: "Entretien téléphonique")
        case .video: Phrase(en: "Video interview", fr: "Entretien vidéo")
        case .onsite: Phrase(en: "On-site interview", fr: "Entretien sur place")
        case .panel: Phrase(en: "Panel interview", fr: "Entretien en jury")
        case .test: Phrase(en: "Test", fr: "Test")
        }
    }
}

extension Interview.Status {
    public var title: Phrase {
        switch self {
        case .scheduled: Phrase(en: "scheduled", fr: "planifié")
        case .awaitingFeedback: Phrase(en: "awaiting feedback", fr: "retour attendu")
        case .complete: Phrase(en: "complete", fr: "terminé")
        case .cancelled: Phrase(en: "cancelled", fr: "annulé")
        case .noShow: Phrase(en: "did not come", fr: "absent")
        }
    }
}

extension Offer.Status {
    public var title: Phrase {
        switch self {
        case .draft: Phrase(en: "draft", fr: "brouillon")
        case .pendingApproval: Phrase(en: "to be approved", fr: "à valider")
        case .approved: Phrase(en: "approved", fr: "validée")
        case .sent: Phrase(en: "sent", fr: "envoyée")
        case .accepted: Phrase(en: "accepted", fr: "acceptée")
        case .declined: Phrase(en: "declined", fr: "déclinée")
        case .expired: Phrase(en: "expired", fr: "expirée")
        case .rescinded: Phrase(en: "rescinded", fr: "retirée")
        case .superseded: Phrase(en: "superseded", fr: "remplacée")
        }
    }
}

extension Location {
    /// The city, or the region, with the country where it says more: `Lyon, FR`.
    var shortText: String {
        [city?.value ?? region?.value, countryCode?.value].compactMap { $0 }.joined(separator: ", ")
    }

    /// Postal code, city, region and country.
    var longText: String {
        let place = [postalCode?.value, city?.value].compactMap { $0 }.joined(separator: " ")
        return ([place] + [region?.value, countryCode?.value].compactMap { $0 }).filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}

extension CandidateView {
    /// What to call the person: its name, or for an anonymous profile its title or what it is.
    func displayName(_ language: Language) -> String {
        let name = [firstName, lastName].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        if !name.isEmpty { return name }
        return currentTitle ?? Phrase(en: "Anonymous profile", fr: "Profil anonyme")[language]
    }

    /// When the person could begin: `in 4 weeks`, `from Apr 2027`, `now`.
    func availability(_ dates: DateWords) -> String? {
        if let from = availableFrom {
            if let now = dates.now, from.rawValue <= now.date.description {
                return Phrase(en: "free now", fr: "disponible")[dates.language]
            }
            let month = dates.month(from)
            return Phrase(en: "free from \(month)", fr: "dès \(month)")[dates.language]
        }
        guard let notice = noticeDays else { return nil }
        if notice == 0 { return Phrase(en: "free now", fr: "disponible")[dates.language] }
        if notice % 7 == 0, notice < 60 {
            let weeks = notice / 7
            return Phrase(
                en: "free in \(weeks) \(weeks == 1 ? "week" : "weeks")",
                fr: "sous \(weeks) \(weeks == 1 ? "semaine" : "semaines")")[dates.language]
        }
        let days = NumberWords.days(notice, dates.language)
        return Phrase(en: "free in \(days)", fr: "sous \(days)")[dates.language]
    }
}
