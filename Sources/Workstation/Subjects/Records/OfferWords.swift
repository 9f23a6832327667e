import Domain
import Engine

extension OfferView {
    /// Whether its state lets that be done.
    func allows(_ action: RespondToOffer.Action) -> Bool {
        switch action {
        case .accept, .decline: status == .sent
        case .send: status == .draft || status == .approved
        case .rescind: status.isPending || status == .accepted
        }
    }
}

extension RespondToOffer.Action {
    var title: Phrase {
        switch self {
        case .accept: Phrase(en: "Accept", fr: "Accepter")
        case .decline: Phrase(en: "Decline", fr: "Décliner")
        case .send: Phrase(en: "Send", fr: "Envoyer")
        case .rescind: Phrase(en: "Rescind", fr: "Retirer")
        }
    }

    var letter: Character {
        switch self {
        case .accept: "a"
        case .decline: "d"
        case .send: "s"
        case .rescind: "r"
        }
    }

    var consequence: Phrase {
        switch self {
        case .accept:
            Phrase(
                en: "The employer sees that you accept. This cannot be undone here.",
                fr: "L’employeur voit votre accord. C’est définitif ici.")
        case .decline:
            Phrase(
                en: "The employer sees that you decline. This cannot be undone.",
                fr: "L’employeur voit votre refus. C’est définitif.")
        case .send:
            Phrase(
                en: "The candidate sees the offer and may answer it. This cannot be undone, but rescinded.",
                fr: "Le candidat voit l’offre et peut y répondre. Elle ne s’annule pas, mais se retire.")
        case .rescind:
            Phrase(
                en: "The candidate cannot accept it any more. This cannot be undone; a new offer can be made.",
                fr: "Le candidat ne peut plus l’accepter. C’est définitif ; une nouvelle offre reste possible.")
        }
    }
}

extension SalaryUnit {
    public var title: Phrase {
        switch self {
        case .hour: Phrase(en: "hour", fr: "heure")
        case .day: Phrase(en: "day", fr: "jour")
        case .week: Phrase(en: "week", fr: "semaine")
        case .month: Phrase(en: "month", fr: "mois")
        case .year: Phrase(en: "year", fr: "an")
        }
    }
}
