import Domain
import JSON
import Storage

/// What becomes of an offer: its candidate accepts or declines it; the employer or an admin sends or rescinds it.
public struct RespondToOffer: RouteOperation {
    public static let contract = Contract(
        "offers.respond", .post, "/offers/{offer_id}/respond",
        access: .roles(candidate: .own, employer: .own, admin: .yes), effect: .write,
        Phrase(
            en: "Accept, decline, send or rescind an offer",
            fr: "Accepter, refuser, envoyer ou retirer une proposition d’embauche"), isContract: false)

    public enum Action: String, Codable, Sendable, CaseIterable { case accept, decline, send, rescind }

    public var offerID: Offer.ID
    public var action: Action
    /// Why it is declined.
    public var declineReasonID: Reason.ID?
    public var expectedVersion: Int?

    public init(
        offerID: Offer.ID, action: Action, declineReasonID: Reason.ID? = nil, expectedVersion: Int? = nil
    ) {
        self.offerID = offerID
        self.action = action
        self.declineReasonID = declineReasonID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> OfferView {
        if declineReasonID != nil, action != .decline {
            throw Problem.invalid(
                field: "decline_reason_id", code: "invalid",
                Phrase(en: "goes with decline only", fr: "ne vaut que pour decline"))
        }
        if let declineReasonID {
            let known = try call.transaction.exists(
                "SELECT 1 FROM reason WHERE id = \(declineReasonID) AND deleted_at IS NULL")
            guard known else {
                throw Problem.invalid(
                    field: "decline_reason_id", code: "invalid",
                    Phrase(en: "is not one of the reasons", fr: "ne figure pas parmi les motifs"))
            }
        }
        let offer = try OfferReading.find(offerID, in: call)
        let isAnswer = action == .accept || action == .decline
        guard isAnswer == (call.principal.role == .candidate) else { throw notForCaller(isAnswer) }
        try StaleVersion.check(expectedVersion, current: offer.version, "offer", offerID)
        try checkState(offer, in: call)
        try write(offer, in: call)
        return try OfferReading.find(offerID, in: call)
    }

    private func checkState(_ offer: OfferView, in call: Call) throws {
        let stage: Application.Status? = try call.transaction.value(
            "SELECT status FROM application WHERE id = \(offer.applicationID)")
        guard stage == .offer else {
            throw conflict(
                offer,
                Phrase(
                    en: "The application is no longer at the offer stage.",
                    fr: "La candidature n’est plus à l’étape offre."))
        }
        switch action {
        case .accept, .decline:
            if offer.status == .expired { throw expired(offer) }
            guard offer.status == .sent else { throw notNow(offer) }
        case .send:
            if offer.expiresAt <= call.now { throw expired(offer) }
            guard [.draft, .approved].contains(offer.status) else { throw notNow(offer) }
        case .rescind:
            guard offer.status.isPending || offer.status == .accepted else { throw notNow(offer) }
        }
    }

    private func write(_ offer: OfferView, in call: Call) throws {
        let status: Offer.Status
        switch action {
        case .accept: status = .accepted
        case .decline: status = .declined
        case .send: status = .sent
        case .rescind: status = .rescinded
        }
        let sentAt = action == .send ? call.now : offer.sentAt
        let resolvedAt = action == .send ? nil : call.now
        try call.transaction.execute(
            """
            UPDATE offer SET status = \(status), sent_at = \(sentAt), resolved_at = \(resolvedAt),
            decline_reason_id = \(declineReasonID), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(offerID)
            """)
        call.note(
            "offer", offerID, before: ["status": .string(offer.status.rawValue)],
            after: ["status": .string(status.rawValue)])
    }

    private func notForCaller(_ isAnswer: Bool) -> Problem {
        Problem.notAllowed(
            isAnswer
                ? Phrase(
                    en: "Only the candidate accepts or declines an offer.",
                    fr: "Seul le candidat accepte ou décline une offre.")
                : Phrase(
                    en: "A candidate accepts or declines an offer; the employer sends or rescinds it.",
                    fr: "Le candidat accepte ou décline une offre ; l’employeur l’envoie ou l’annule.")
        ).about("offer", offerID)
    }

    private func expired(_ offer: OfferView) -> Problem {
        conflict(
            offer,
            Phrase(
                en: "The offer expired on \(offer.expiresAt.date). A new one can be made.",
                fr: "L’offre a expiré le \(offer.expiresAt.date). Une nouvelle offre peut être faite."))
    }

    private func notNow(_ offer: OfferView) -> Problem {
        conflict(
            offer,
            Phrase(
                en: "The offer is \(offer.status.rawValue): it cannot be answered so now.",
                fr: "L’offre est à l’état \(offer.status.rawValue) : cette action n’est plus possible."))
    }

    private func conflict(_ offer: OfferView, _ detail: Phrase) -> Problem {
        Problem.conflict(detail, members: ["current": .string(offer.status.rawValue)]).about("offer", offerID)
    }
}
