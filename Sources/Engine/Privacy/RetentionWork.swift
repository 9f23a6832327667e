import Domain
import JSON
import Storage

/// What was done about records that are due.
public struct RetentionReport: Codable, Sendable, Equatable {
    /// Whether it only says what would be done.
    public var dryRun: Bool
    public var warned: [Candidate.ID]
    public var anonymised: [Candidate.ID]
    /// Told, and still given time.
    public var waiting: Int
    /// How many are due that this run did not come to.
    public var remaining: Int
    /// Whose record could not be worked on, because something in it is broken: `rplus doctor` says more.
    public var failed: [Candidate.ID]
}

/// Carries out what the period for keeping records asks for.
struct RetentionWork {
    let retention: Retention

    /// Whether an error tells of something broken in a record, and not of the database as a whole.
    static func isOfOneRecord(_ error: any Error) -> Bool {
        switch error as? StorageError {
        case nil, .unexpectedValue, .constraint, .corrupt: true
        default: false
        }
    }

    /// Tells the person by mail, where mail may reach it, and its consultant by a notification.
    func warn(_ due: Retention.Due, in call: Call) throws {
        let at = max(due.dueAt, call.now.advanced(byMilliseconds: retention.warningPeriod))
        try call.transaction.execute(
            """
            INSERT INTO retention_warning (candidate_id, warned_at, row_seq)
            VALUES (\(due.id), \(call.now), \(call.rowSequence())) ON CONFLICT (candidate_id)
            DO UPDATE SET warned_at = excluded.warned_at, row_seq = excluded.row_seq
            """)
        let person = try call.transaction.first(
            "SELECT \(MailRecipient.columns) FROM \(MailRecipient.source) WHERE c.id = \(due.id)", MailRecipient.read)
        let isReached = try person.map { try write(to: $0, at: at, in: call) } ?? false
        let owner: User.ID? = try call.transaction.value(
            """
            SELECT k.user_id FROM candidate c JOIN consultant k ON k.id = c.owner_consultant_id
            WHERE c.id = \(due.id) AND k.deleted_at IS NULL
            """)
        try notify(owner, of: due.id, at: at, in: call)
        call.note(
            "candidate", due.id,
            after: ["retention_warned": true, "anonymised_at": .string(at.description), "mail": .bool(isReached)])
    }

    /// A notice that the law asks for needs no consent to mail, but a refusal of any contact holds.
    private func write(to person: MailRecipient, at: Instant, in call: Call) throws -> Bool {
        guard let address = person.address, person.status != .doNotContact else { return false }
        let locale: String? = try call.transaction.value(
            "SELECT locale FROM user_account WHERE id = \(person.userID)")
        let standard = try WorkspaceSettings(in: call.transaction).text(.defaultLocale)
        let language = Language(locale: locale ?? standard ?? "en")
        let agency = try WorkspaceSettings(in: call.transaction).text(.agencyName) ?? ""
        let day = String(at.description.prefix(10))
        let wayBack =
            person.userID == nil
            ? Phrase(en: "write to us", fr: "écrivez-nous")
            : Phrase(en: "sign in, or write to us,", fr: "connectez-vous ou écrivez-nous")
        let subject = Phrase(
            en: "Your record with \(agency) is about to be anonymised",
            fr: "Votre dossier chez \(agency) va être anonymisé")
        let body = Phrase(
            en: """
                Hello \(person.firstName),

                We have not heard from you for a long time. On \(day) everything in your record that tells who you are \
                will be erased for good.

                If you want to stay on file, \(wayBack.english) before that day. Otherwise you need do nothing.

                \(agency)
                """,
            fr: """
                Bonjour \(person.firstName),

                Nous n’avons pas eu de vos nouvelles depuis longtemps. Le \(day), tout ce qui permet de vous \
                reconnaître dans votre dossier sera définitivement effacé.

                Pour rester dans nos fichiers, \(wayBack.french) avant cette date. Sinon, vous n’avez rien à faire.

                \(agency)
                """)
        try call.sendLater(
            OutboxMail(
                kind: .privacyNotice, to: address, recipientName: person.fullName, recipientID: person.userID,
                subject: subject[language], body: body[language],
                related: OutboxMail.Subject("candidate", person.candidateID)))
        return true
    }

    private func notify(_ owner: User.ID?, of id: Candidate.ID, at: Instant, in call: Call) throws {
        let locale: String? = try call.transaction.value("SELECT locale FROM user_account WHERE id = \(owner)")
        let language = Language(locale: locale ?? "en")
        let day = String(at.description.prefix(10))
        let title = Phrase(
            en: "A candidate's record will be anonymised on \(day)",
            fr: "La fiche d’un candidat sera anonymisée le \(day)")
        let body = Phrase(
            en:
                "Nothing was heard of candidate \(id) for a long time. If the person writes to you, record a consent: it "
                + "keeps the record.",
            fr: "Le candidat \(id) n’a plus donné de nouvelles. S’il vous écrit, enregistrez un consentement : il "
                + "conserve la fiche.")
        try NewNotification(
            recipientID: owner, audience: owner == nil ? .admin : nil, level: .warning, title: title[language],
            body: body[language], link: nil, expiresAt: at
        ).insert(in: call)
    }

    func anonymise(_ due: Retention.Due, found: Mentions.Found, in call: Call) throws {
        let scope = try PersonScope(due.id, in: call.transaction)
        let mentions = try Mentions(of: scope, in: call.transaction)
        let outcome = try Anonymisation(id: due.id, scope: scope, mentions: mentions, found: found).run(in: call)
        call.note("candidate", due.id, after: AnonymiseCandidate.audited("retention", outcome))
    }
}

extension Engine {
    /// Warns and anonymises those who are due, at most so many, where the workspace wants that to happen by itself. A
    /// transaction each, so that nobody waits for long. Answers what was done, or nothing where it is off.
    @discardableResult
    public func keepRetention(limit: Int = 10) -> RetentionReport? {
        do {
            let now = adapters.clock.now()
            let retention = try database.read { try Retention(in: $0, now: now) }
            guard retention.isAutomatic else { return nil }
            return try carryOutRetention(retention, limit: limit, as: Principal())
        } catch {
            report(error, operation: RunRetention.contract.id, requestID: "duty")
            return nil
        }
    }

    /// The same on behalf of somebody, whether it happens by itself or not.
    func carryOutRetention(
        _ retention: Retention, limit: Int, as principal: Principal
    ) throws -> RetentionReport {
        var result = RetentionReport(dryRun: false, warned: [], anonymised: [], waiting: 0, remaining: 0, failed: [])
        let plan = try database.read { try RetentionPlan(retention, limit: limit, in: $0) }
        result.waiting = plan.waiting
        result.remaining = plan.remaining
        for due in plan.steps {
            do {
                try carryOut(due, retention, as: principal, &result)
            } catch let error where RetentionWork.isOfOneRecord(error) {
                // One record that is broken must not keep all others.
                report(error, operation: RunRetention.contract.id, requestID: "\(due.id)")
                result.failed.append(due.id)
            }
        }
        return result
    }

    private func carryOut(
        _ due: Retention.Due, _ retention: Retention, as principal: Principal, _ result: inout RetentionReport
    ) throws {
        let found = try database.read { transaction in
            let scope = try PersonScope(due.id, in: transaction)
            guard retention.step(due) == .anonymise else { return Mentions.Found() }
            return try Mentions(of: scope, in: transaction).find(in: transaction)
        }
        let now = adapters.clock.now()
        let requestID = newRequestID(at: now)
        try database.write { transaction in
            let call = makeCall(principal, transaction, now, requestID, .yes)
            // Somebody may have been heard of meanwhile.
            guard let due = try retention.due(due.id, until: retention.warningEnd, in: transaction) else { return }
            switch retention.step(due) {
            case .warn:
                try RetentionWork(retention: retention).warn(due, in: call)
                result.warned.append(due.id)
            case .anonymise:
                try RetentionWork(retention: retention).anonymise(due, found: found, in: call)
                result.anonymised.append(due.id)
            case .wait: return
            }
            try AuditTrail(transaction: transaction, entropy: adapters.entropy).append(
                operationID: RunRetention.contract.id, principal: principal, origin: adapters.origin,
                requestID: requestID, at: now, outcome: 200, notes: call.auditNotes)
        }
    }
}

/// What a run has to do.
struct RetentionPlan {
    var steps: [Retention.Due] = []
    var waiting = 0
    var remaining = 0

    init(_ retention: Retention, limit: Int, in transaction: any Transaction) throws {
        // Those who wait are passed over; they come before those who are due later.
        let all = try retention.due(until: retention.warningEnd, limit: 100_000, in: transaction)
        let pending = all.filter { retention.step($0) != .wait }
        waiting = all.count - pending.count
        steps = Array(pending.prefix(limit))
        remaining = pending.count - steps.count
    }
}
