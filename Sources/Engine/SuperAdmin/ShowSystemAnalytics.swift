import Domain
import Storage

/// How the product itself is used: accounts, sign-ins, changes and refusals, month by month, and who is active now.
public struct ShowSystemAnalytics: RouteOperation {
    public static let contract = Contract(
        "superadmin.analytics", .get, "/superadmin/analytics", access: .roles(superadmin: .yes), effect: .read,
        Phrase(en: "Super admin analytics", fr: "Analyse générale"))

    public struct Month: Codable, Sendable, Equatable {
        /// Its first day, UTC.
        public var month: CalendarDate
        public var newAccounts: Int
        public var signIns: Int
        public var failedSignIns: Int
        /// Entries of the audit log: what was changed, one entry a row or a batch.
        public var changes: Int
        public var refusals: Int
    }

    public struct Active: Codable, Sendable, Equatable {
        public var role: Role
        /// Accounts that may sign in.
        public var accounts: Int
        /// Of those, who signed in or changed something within thirty days.
        public var activeIn30Days: Int
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var asOf: Instant
        public var from: CalendarDate
        /// The oldest first; the last is the present one, as far as it has gone.
        public var months: [Month]
        public var active: [Active]
        /// The operations that changed the most within thirty days.
        public var busiest: [Busy]
    }

    public struct Busy: Codable, Sendable, Equatable {
        public var operationID: String
        public var entries: Int
    }

    /// How many months, the present one included: 1 to 36, twelve unless asked otherwise.
    public var months: Bounded<1, 36>?

    public init(months: Bounded<1, 36>? = nil) { self.months = months }

    public func perform(in call: Call) throws -> Answer {
        let starts = Self.starts(months?.value ?? 12, until: call.now)
        let since = call.now.advanced(byDays: -30)
        let transaction = call.transaction
        return Answer(
            asOf: call.now, from: starts[0],
            months: try starts.indices.map { index in
                let end = index + 1 < starts.count ? starts[index + 1].startOfDay : call.now.advanced(byMilliseconds: 1)
                return try Self.month(starts[index], until: end, in: transaction)
            },
            active: try Self.active(since: since, in: transaction),
            busiest: try transaction.all(
                """
                SELECT operation_id, COUNT(*) AS entries FROM audit_log WHERE at >= \(since) AND outcome < 400
                GROUP BY operation_id ORDER BY entries DESC, operation_id LIMIT 10
                """
            ) { Busy(operationID: try $0.next(), entries: try $0.next()) })
    }

    /// The first days of so many months, the last being that of `now`.
    private static func starts(_ count: Int, until now: Instant) -> [CalendarDate] {
        let today = CalendarDate(daysSinceEpoch: Int(now.milliseconds / 86_400_000))
        return (0..<count).reversed().map { back in
            let months = today.year * 12 + today.month - 1 - back
            return CalendarDate(year: months / 12, month: months % 12 + 1, day: 1) ?? today
        }
    }

    private static func month(
        _ first: CalendarDate, until end: Instant, in transaction: any Transaction
    ) throws -> Month {
        let start = first.startOfDay
        func count(_ sql: SQL) throws -> Int { try transaction.value(sql) ?? 0 }
        let entries: SQL = "SELECT COUNT(*) FROM audit_log WHERE at >= \(start) AND at < \(end)"
        let signIns: SQL = "\(entries) AND operation_id = 'auth.login'"
        return Month(
            month: first,
            newAccounts: try count(
                "SELECT COUNT(*) FROM user_account WHERE created_at >= \(start) AND created_at < \(end)"),
            signIns: try count("\(signIns) AND outcome < 400"),
            failedSignIns: try count("\(signIns) AND outcome >= 400"),
            changes: try count("\(entries) AND outcome < 400"), refusals: try count("\(entries) AND outcome >= 400"))
    }

    private static func active(since: Instant, in transaction: any Transaction) throws -> [Active] {
        try transaction.all(
            """
            SELECT u.role, COUNT(*), SUM(CASE WHEN u.last_login_at >= \(since) OR EXISTS (SELECT 1 FROM audit_log l
            WHERE l.actor_id = u.id AND l.at >= \(since)) THEN 1 ELSE 0 END)
            FROM user_account u WHERE u.status = 'active' AND u.deleted_at IS NULL GROUP BY u.role ORDER BY u.role
            """
        ) { Active(role: try $0.next(), accounts: try $0.next(), activeIn30Days: try $0.next()) }
    }
}
