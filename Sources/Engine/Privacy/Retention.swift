import Domain
import Storage

/// When a person's record has been kept long enough.
///
/// It is due a number of months after the last that was heard of the person: the making of the record, a stage of an
/// application, a login, a message of its own, a consent. A hire keeps the record for a period of its own, and a date
/// set on the record (`retention_until`) goes before all of it. Nobody with an open application is ever due.
struct Retention {
    let now: Instant
    let months: Int
    let hireMonths: Int
    let warningDays: Int
    let isAutomatic: Bool

    /// A month of the Gregorian calendar on average: 365.2425 days ÷ 12.
    static let month: Int64 = 2_629_746_000
    private static let day: Int64 = 86_400_000

    init(in transaction: any Transaction, now: Instant) throws {
        let settings = WorkspaceSettings(in: transaction)
        self.now = now
        months = try settings.number(.retentionMonths)
        hireMonths = try settings.number(.retentionHireMonths)
        warningDays = try settings.number(.retentionWarningDays)
        isAutomatic = try settings.isOn(.retentionIsAutomatic)
    }

    /// A record that is due, or will be before long.
    struct Due {
        var id: Candidate.ID
        var lastActivity: Instant
        var dueAt: Instant
        var warnedAt: Instant?
    }

    /// When something was last heard of `candidate c`.
    private static let activity: SQL = """
        (SELECT MAX(heard.at) FROM (SELECT c.created_at AS at
        UNION ALL SELECT a.status_entered_at FROM application a WHERE a.candidate_id = c.id AND a.deleted_at IS NULL
        UNION ALL SELECT a.applied_at FROM application a WHERE a.candidate_id = c.id AND a.deleted_at IS NULL
        UNION ALL SELECT u.last_login_at FROM user_account u WHERE u.id = c.user_id
        UNION ALL SELECT m.sent_at FROM message m WHERE m.sender_id = c.user_id
        UNION ALL SELECT k.created_at FROM candidate_consent k WHERE k.candidate_id = c.id AND k.withdrawn_at IS NULL
        ) heard)
        """

    private static let hired: SQL = """
        (SELECT MAX(p.accepted_at) FROM application h JOIN placement p ON p.application_id = h.id
        WHERE h.candidate_id = c.id)
        """

    /// The records that are due until `end`, the earliest first. Those in the trash are kept too, and so are due too.
    func due(until end: Instant, limit: Int, offset: Int = 0, in transaction: any Transaction) throws -> [Due] {
        try transaction.all(
            "\(query(until: end)) ORDER BY due_at, id LIMIT \(limit) OFFSET \(offset)"
        ) { columns in
            Due(
                id: try columns.next(), lastActivity: try columns.next(), dueAt: try columns.next(),
                warnedAt: try columns.next())
        }
    }

    func count(until end: Instant, in transaction: any Transaction) throws -> Int {
        try transaction.value("SELECT COUNT(*) FROM (\(query(until: end))) counted") ?? 0
    }

    /// Whether this one is due now, looked at again in the transaction that acts on it.
    func due(_ id: Candidate.ID, until end: Instant, in transaction: any Transaction) throws -> Due? {
        try transaction.first("SELECT id, activity, due_at, warned_at FROM (\(query(until: end))) d WHERE d.id = \(id)")
        { columns in
            Due(
                id: try columns.next(), lastActivity: try columns.next(), dueAt: try columns.next(),
                warnedAt: try columns.next())
        }
    }

    private func query(until end: Instant) -> SQL {
        let period = Int64(months) * Self.month
        let hirePeriod = Int64(hireMonths) * Self.month
        // A warning from before the last sign of life warns of nothing any more.
        return """
            SELECT id, activity, due_at, CASE WHEN warned_at > activity THEN warned_at END AS warned_at FROM (
            SELECT id, activity, warned_at, CASE WHEN retention_until IS NOT NULL THEN retention_until
            WHEN hired_at IS NOT NULL AND hired_at + \(hirePeriod) > activity + \(period) THEN hired_at + \(hirePeriod)
            ELSE activity + \(period) END AS due_at FROM (
            SELECT c.id, c.retention_until, w.warned_at, \(Self.activity) AS activity, \(Self.hired) AS hired_at
            FROM candidate c LEFT JOIN retention_warning w ON w.candidate_id = c.id
            WHERE c.anonymized_at IS NULL AND c.merged_into_id IS NULL
            AND (c.retention_until <= \(end) OR c.retention_until IS NULL
            AND c.created_at <= \(end.advanced(byMilliseconds: -period)))
            AND NOT EXISTS (SELECT 1 FROM application o WHERE o.candidate_id = c.id AND o.closed_at IS NULL
            AND o.deleted_at IS NULL)) lives) terms WHERE due_at <= \(end)
            """
    }

    var warningPeriod: Int64 { Int64(warningDays) * Self.day }
    /// Whoever is due until then is warned now.
    var warningEnd: Instant { now.advanced(byMilliseconds: warningPeriod) }

    /// When a record is anonymised: not before it is due, nor before the warning has run out.
    func anonymisedAt(_ due: Due) -> Instant? {
        due.warnedAt.map { max(due.dueAt, $0.advanced(byMilliseconds: warningPeriod)) }
    }
}

/// What is to be done about a record.
public enum RetentionStep: String, Sendable, Codable, CaseIterable {
    /// Neither the person nor the consultant has been told.
    case warn
    /// They were told, and the time to answer has not run out.
    case wait
    case anonymise
}

extension Retention {
    func step(_ due: Due) -> RetentionStep {
        guard let at = anonymisedAt(due) else { return .warn }
        return at <= now ? .anonymise : .wait
    }
}

extension SettingDefinition {
    static let retentionIsAutomatic = SettingDefinition(
        key: "privacy.retention_automatic", kind: .boolean, standard: false,
        summary: Phrase(
            en: "Whether people are warned, and their records anonymised, by themselves when the time is up",
            fr: "Prévenir les personnes et anonymiser leurs fiches automatiquement à l’échéance"))
    static let retentionMonths = SettingDefinition(
        key: "privacy.retention_months", kind: .integer(1...240), standard: 24,
        summary: Phrase(
            en: "How many months a record is kept after the last that was heard of the person",
            fr: "Durée de conservation d’une fiche après le dernier contact, en mois"))
    static let retentionHireMonths = SettingDefinition(
        key: "privacy.retention_hire_months", kind: .integer(1...240), standard: 60,
        summary: Phrase(
            en: "How many months the record of somebody who was hired is kept at least",
            fr: "Durée minimale de conservation de la fiche d’une personne embauchée, en mois"))
    static let retentionWarningDays = SettingDefinition(
        key: "privacy.warning_days", kind: .integer(1...365), standard: 30,
        summary: Phrase(
            en: "How many days before its record is anonymised a person is told",
            fr: "Délai d’avertissement avant l’anonymisation d’une fiche, en jours"))
}
