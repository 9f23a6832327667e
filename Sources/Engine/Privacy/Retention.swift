import Domain
import Storage

/// When a person's record has been kept long enough.
///
/// It is due a number of months after the last that was heard of the person (`RetentionTerms`). A hire keeps the record
/// for a period of its own, and a date set on the record (`retention_until`) goes before all of it. Nobody with an open
/// application is ever due.
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

    /// The records that are due until `end`, the earliest first. Those in the trash are kept too, and so are due too.
    ///
    /// A record becomes due in one of three ways, each of which is a walk of an index of `retention_term` no further
    /// than the page goes.
    func due(until end: Instant, limit: Int, offset: Int = 0, in transaction: any Transaction) throws -> [Due] {
        let walks = self.walks(until: end).map { walk -> SQL in
            """
            SELECT * FROM (SELECT candidate_id, heard_at, \(dueAt) AS due_at FROM retention_term
            WHERE \(walk.condition) ORDER BY \(walk.order), candidate_id LIMIT \(offset + limit)) AS walk
            """
        }
        return try transaction.all(
            """
            SELECT d.candidate_id, d.heard_at, d.due_at, \(Self.warnedAt) FROM (SELECT candidate_id, heard_at, due_at
            FROM (\(walks.joined(separator: " UNION ALL "))) AS walks
            ORDER BY due_at, candidate_id LIMIT \(limit) OFFSET \(offset)) AS d
            LEFT JOIN retention_warning w ON w.candidate_id = d.candidate_id ORDER BY d.due_at, d.candidate_id
            """, Self.read)
    }

    /// How many are due until `end`, counted no further than any list is.
    func count(until end: Instant, in transaction: any Transaction) throws -> (total: Int, exact: Bool) {
        let walks = self.walks(until: end).map { walk -> SQL in "SELECT 1 FROM retention_term WHERE \(walk.condition)" }
        let counted: Int =
            try transaction.value(
                """
                SELECT COUNT(*) FROM (\(walks.joined(separator: " UNION ALL ")) LIMIT \(Listing.countLimit + 1))
                AS counted
                """) ?? 0
        return (min(counted, Listing.countLimit), counted <= Listing.countLimit)
    }

    /// Whether this one is due, looked at again in the transaction that acts on it. By what the person did and not by
    /// what is kept of it, since what is erased does not come back.
    func due(_ id: Candidate.ID, until end: Instant, in transaction: any Transaction) throws -> Due? {
        try transaction.first(
            """
            SELECT d.candidate_id, d.heard_at, d.due_at, \(Self.warnedAt) FROM (SELECT candidate_id, heard_at,
            \(dueAt) AS due_at FROM (\(RetentionTerms.made(where: "c.id = \(id)"))) AS term) AS d
            LEFT JOIN retention_warning w ON w.candidate_id = d.candidate_id WHERE d.due_at <= \(end)
            """, Self.read)
    }

    private static func read(_ columns: inout Columns) throws -> Due {
        Due(
            id: try columns.next(), lastActivity: try columns.next(), dueAt: try columns.next(),
            warnedAt: try columns.next())
    }

    /// A warning from before the last sign of life warns of nothing any more.
    private static let warnedAt: SQL = "CASE WHEN w.warned_at > d.heard_at THEN w.warned_at END"

    private var period: Int64 { Int64(months) * Self.month }
    private var hirePeriod: Int64 { Int64(hireMonths) * Self.month }

    /// When a row of `retention_term` is due.
    private var dueAt: SQL {
        """
        CASE WHEN kept_until IS NOT NULL THEN kept_until
        WHEN hired_at IS NOT NULL AND hired_at + \(hirePeriod) > heard_at + \(period) THEN hired_at + \(hirePeriod)
        ELSE heard_at + \(period) END
        """
    }

    /// The rows that are due until `end`, by what makes them so. The conditions are those of the indexes. Of those who
    /// were hired the later of two periods counts: mostly that of the hire, in whose order their index is; the others
    /// are few and sorted.
    private func walks(until end: Instant) -> [(condition: SQL, order: SQL)] {
        let heard: SQL = "heard_at <= \(end.advanced(byMilliseconds: -period))"
        let hired: SQL = """
            kept_until IS NULL AND hired_at IS NOT NULL AND hired_at <= \(end.advanced(byMilliseconds: -hirePeriod))
            AND \(heard)
            """
        let isByHire: SQL = "hired_at + \(hirePeriod) > heard_at + \(period)"
        return [
            ("kept_until IS NOT NULL AND kept_until <= \(end)", "kept_until"),
            ("kept_until IS NULL AND hired_at IS NULL AND \(heard)", "heard_at"),
            ("\(hired) AND \(isByHire)", "hired_at"), ("\(hired) AND NOT (\(isByHire))", "heard_at"),
        ]
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
