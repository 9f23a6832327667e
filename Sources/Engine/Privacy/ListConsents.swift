import Domain

/// What a person has consented to and taken back, newest first, with what is in force now.
public struct ListConsents: RouteOperation {
    public static let contract = Contract(
        "candidates.consent.list", .get, "/candidates/{candidate_id}/consents",
        access: .roles(candidate: .own, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List consents", fr: "Lister les consentements"),
        isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        /// Whether employers find the person by this consent now, and what it rests on.
        public var inForce: Bool
        public var current: CandidateView.Consent?
        /// Whether mail may be sent.
        public var canEmail: Bool
        public var data: [ConsentView]
    }

    public var candidateID: Candidate.ID

    public init(candidateID: Candidate.ID) { self.candidateID = candidateID }

    public func perform(in call: Call) throws -> Answer { try Self.answer(candidateID, in: call) }

    static func answer(_ id: Candidate.ID, in call: Call) throws -> Answer {
        try CandidateVisibility.requireFull(id, in: call)
        guard let view = try CandidateReading.one(id, in: call) else { throw CandidateVisibility.notFound(id) }
        let given = view.consent?.givenAt != nil
        return Answer(
            inForce: given && view.consent?.expiresAt.map { $0 > call.now } ?? true, current: view.consent,
            canEmail: view.canEmail ?? false, data: try ConsentHistory.all(of: id, in: call.transaction))
    }
}
