import Domain
import JSON
import Storage

/// Records that a person consented, that there is another ground for keeping its data, or that it took its consent
/// back. The history is kept; the state that follows is on the candidate at once. A withdrawal takes the person out of
/// the search of employers and out of what waits of bulk mail in the same transaction.
///
/// A person records its own consent only, given now.
public struct RecordConsent: RouteOperation {
    public static let contract = Contract(
        "candidates.consent.record", .post, "/candidates/{candidate_id}/consents",
        access: .roles(candidate: .own, consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Record consent", fr: "Consigner un consentement"), success: 201,
        isContract: false)

    public var candidateID: Candidate.ID
    /// `consent` where nothing is said.
    public var basis: Consent.Basis?
    /// `recruitment` where nothing is said.
    public var purpose: Consent.Purpose?
    /// Now where nothing is said.
    public var givenAt: Instant?
    public var expiresAt: Instant?
    public var evidence: Text<2_000>?
    /// Whether it is taken back.
    public var withdrawn: Bool?

    public init(
        candidateID: Candidate.ID, basis: Consent.Basis? = nil, purpose: Consent.Purpose? = nil,
        givenAt: Instant? = nil, expiresAt: Instant? = nil, evidence: Text<2_000>? = nil, withdrawn: Bool? = nil
    ) {
        self.candidateID = candidateID
        self.basis = basis
        self.purpose = purpose
        self.givenAt = givenAt
        self.expiresAt = expiresAt
        self.evidence = evidence
        self.withdrawn = withdrawn
    }

    public func perform(in call: Call) throws -> ListConsents.Answer {
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let before = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        try check(before, in: call)
        let isWithdrawn = withdrawn == true
        let purpose = purpose ?? .recruitment
        let stored = before.consent?.basis.flatMap { Consent.Basis(rawValue: $0.value) }
        let basis = basis ?? (isWithdrawn ? stored : nil) ?? .consent
        let given = givenAt ?? (isWithdrawn ? before.consent?.givenAt : nil) ?? call.now
        let view = ConsentView(
            id: call.newID(), candidateID: candidateID, basis: basis, purpose: purpose, givenAt: given,
            expiresAt: expiresAt, withdrawnAt: isWithdrawn ? call.now : nil, evidence: evidence?.value,
            recordedAt: call.now, recordedBy: call.principal.userID)
        try ConsentHistory.insert(view, in: call)
        try RetentionTerms.refresh([candidateID], in: call.transaction)

        var after = before
        // What was signed before the last withdrawal is history only.
        let withdrawal = try ConsentHistory.lastWithdrawal(of: candidateID, purpose, in: call.transaction)
        let isOvertaken = !isWithdrawn && (withdrawal.map { $0 > given } ?? false)
        switch isOvertaken ? nil : purpose {
        case nil: break
        case .mailing: after.canEmail = !isWithdrawn
        case .recruitment:
            if isWithdrawn {
                after.consent = nil
            } else if basis.opensSearch {
                after.consent = CandidateView.Consent(
                    basis: Text(basis.rawValue), givenAt: given, expiresAt: expiresAt)
            }
        }
        if after != before { try CandidateWriting.update(after, in: call) }
        if isWithdrawn { try WaitingBulkMail.cancel(for: [candidateID], in: call) }
        call.note("candidate", candidateID, before: try state(before), after: try said(view, after))
        return try ListConsents.answer(candidateID, in: call)
    }

    private func check(_ before: CandidateView, in call: Call) throws {
        if before.anonymizedAt != nil { throw AnonymiseCandidate.alreadyAnonymised.about("candidate", candidateID) }
        if call.cell == .own {
            var reserved: [String] = []
            if let basis, basis != .consent { reserved.append("basis") }
            if givenAt != nil { reserved.append("given_at") }
            if !reserved.isEmpty { throw CandidateRules.reserved(reserved).about("candidate", candidateID) }
        }
        if let givenAt, givenAt > call.now {
            throw Problem.invalid(
                field: "given_at", code: "out_of_range",
                Phrase(en: "must not be in the future", fr: "ne doit pas être dans le futur"))
        }
        if let expiresAt, expiresAt <= givenAt ?? call.now {
            throw Problem.invalid(
                field: "expires_at", code: "out_of_range",
                Phrase(en: "must be after given_at", fr: "doit être postérieur à given_at"))
        }
    }

    private func state(_ view: CandidateView) throws -> JSONValue {
        [
            "consent": try view.consent.map { try JSONValue(encoding: $0) } ?? .null,
            "can_email": .bool(view.canEmail ?? false),
        ]
    }

    private func said(_ consent: ConsentView, _ view: CandidateView) throws -> JSONValue {
        var after = try state(view).objectValue ?? JSONObject()
        after["basis"] = .string(consent.basis.rawValue)
        after["purpose"] = .string(consent.purpose.rawValue)
        after["withdrawn"] = .bool(consent.withdrawnAt != nil)
        return .object(after)
    }
}
