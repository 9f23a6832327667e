import Domain
import JSON
import Storage

/// Sets, changes or takes away targets of a consultant; those that are not named stay. What is reached is computed,
/// never set.
public struct UpdateTargets: RouteOperation {
    public static let contract = Contract(
        "consultants.targets.update", .put, "/consultants/{consultant_id}/targets", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Update targets", fr: "Modifier les objectifs d’un consultant"))

    /// At most so many in one call.
    static let limit = 100

    public struct Entry: Codable, Sendable, Equatable {
        public var metric: PerformanceTarget.Metric
        public var period: CalendarPeriod
        /// The first day of the month, quarter or year.
        public var periodStart: CalendarDate
        /// A number of applications; for revenue minor units. Without one the target is taken away.
        public var goal: MinorUnits?
        /// Of revenue: EUR unless said otherwise.
        public var currency: CurrencyCode?

        public init(
            metric: PerformanceTarget.Metric, period: CalendarPeriod, periodStart: CalendarDate,
            goal: MinorUnits? = nil, currency: CurrencyCode? = nil
        ) {
            self.metric = metric
            self.period = period
            self.periodStart = periodStart
            self.goal = goal
            self.currency = currency
        }

        var kept: CurrencyCode? { metric == .revenue ? currency ?? CurrencyCode("EUR") : nil }
    }

    public var consultantID: Consultant.ID
    public var targets: [Entry]

    public init(consultantID: Consultant.ID, targets: [Entry]) {
        self.consultantID = consultantID
        self.targets = targets
    }

    public func perform(in call: Call) throws -> Page<TargetView> {
        try check()
        try ConsultantVisibility.require(consultantID, in: call)
        var before = JSONObject()
        var after = JSONObject()
        for entry in targets {
            let name = "\(entry.metric.rawValue) \(entry.period.rawValue) \(entry.periodStart)"
            let old = try stored(entry, in: call)
            guard old?.goal != entry.goal?.value || old?.currency != entry.kept?.value else { continue }
            try write(entry, over: old?.id, in: call)
            before[name] = old.map { .integer($0.goal) } ?? .null
            after[name] = entry.goal.map { .integer($0.value) } ?? .null
        }
        if after.count > 0 { call.note("consultant", consultantID, before: .object(before), after: .object(after)) }
        return try TargetReading.page(
            of: consultantID, page: .defaultInput, size: PageSize(200), cursor: nil, in: call)
    }

    private func check() throws(Problem) {
        var errors: [FieldError] = []
        if targets.isEmpty {
            errors.append(FieldError("targets", "too_short", en: "must not be empty", fr: "ne doit pas être vide"))
        }
        if targets.count > Self.limit { errors.append(.tooMany("targets", Self.limit)) }
        for (index, entry) in targets.enumerated() {
            if entry.period.start(of: entry.periodStart) != entry.periodStart {
                errors.append(
                    FieldError(
                        "targets[\(index)].period_start", "invalid",
                        en: "must be the first day of a \(entry.period.rawValue)",
                        fr: "doit être le premier jour de la période (\(entry.period.rawValue))"))
            }
            if entry.currency != nil, entry.metric != .revenue {
                errors.append(
                    FieldError(
                        "targets[\(index)].currency", "not_allowed", en: "is for revenue only",
                        fr: "ne vaut que pour le chiffre d’affaires"))
            }
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    private func stored(_ entry: Entry, in call: Call) throws -> (
        id: PerformanceTarget.ID, goal: Int64, currency: String?
    )? {
        try call.transaction.first(
            """
            SELECT id, goal, currency FROM target WHERE consultant_id = \(consultantID)
            AND period_start = \(entry.periodStart) AND period = \(entry.period) AND metric = \(entry.metric)
            AND deleted_at IS NULL
            """
        ) { (id: try $0.next(), goal: try $0.next(), currency: try $0.next()) }
    }

    private func write(_ entry: Entry, over known: PerformanceTarget.ID?, in call: Call) throws {
        guard let goal = entry.goal else {
            guard let known else { return }
            try call.transaction.execute(
                """
                UPDATE target SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
                row_seq = \(try call.rowSequence()) WHERE id = \(known)
                """)
            return try Tombstone.write("target", known, in: call)
        }
        if let known {
            try call.transaction.execute(
                """
                UPDATE target SET goal = \(goal), currency = \(entry.kept), updated_at = \(call.now),
                version = version + 1, row_seq = \(try call.rowSequence()) WHERE id = \(known)
                """)
            return
        }
        try call.transaction.execute(
            """
            INSERT INTO target (id, created_at, updated_at, created_by, version, row_seq, consultant_id, metric, period,
            period_start, goal, currency) VALUES (\(call.newID(PerformanceTarget.self)), \(call.now), \(call.now),
            \(call.principal.userID), 1, \(try call.rowSequence()), \(consultantID), \(entry.metric),
            \(entry.period), \(entry.periodStart), \(goal), \(entry.kept))
            """)
    }
}
