import Domain
import JSON
import Storage

/// Brings figures of others in, each with its source and date. One that is there already gets the new value.
public struct ImportBenchmarks: RouteOperation {
    public static let contract = Contract(
        "analytics.importBenchmarks", .post, "/analytics/benchmarks", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Import benchmark figures", fr: "Importer des chiffres de référence"), isContract: false)

    public static let limit = 1_000

    /// 1 to 1,000.
    public var figures: [Figure]

    public init(figures: [Figure]) { self.figures = figures }

    public struct Figure: Codable, Sendable, Equatable {
        public var metric: BenchmarkMetric
        /// Whom it is about, such as an industry and a country.
        public var segment: Text<200>
        /// 0…1 for rates, days for times.
        public var value: Double
        public var n: Bounded<1, 1_000_000_000>?
        /// Who published it, and where.
        public var source: Text<500>
        /// The day as of which it is.
        public var dated: CalendarDate

        public init(
            metric: BenchmarkMetric, segment: Text<200>, value: Double, n: Bounded<1, 1_000_000_000>? = nil,
            source: Text<500>, dated: CalendarDate
        ) {
            self.metric = metric
            self.segment = segment
            self.value = value
            self.n = n
            self.source = source
            self.dated = dated
        }
    }

    /// What comes back.
    public struct Imported: Codable, Sendable {
        public var figures: Int
    }

    public func perform(in call: Call) throws -> Imported {
        try check(today: call.now.date)
        let sequence = try call.rowSequence()
        for figure in figures {
            try call.transaction.execute(
                """
                INSERT INTO benchmark (id, created_at, updated_at, created_by, version, row_seq, metric, segment, value,
                n, source, dated) VALUES (\(call.newID(Benchmark.self)), \(call.now), \(call.now),
                \(call.principal.userID), 1, \(sequence), \(figure.metric), \(figure.segment), \(figure.value),
                \(figure.n), \(figure.source), \(figure.dated))
                ON CONFLICT (metric, segment, source, dated) DO UPDATE SET value = excluded.value, n = excluded.n,
                updated_at = excluded.updated_at, version = benchmark.version + 1, row_seq = excluded.row_seq,
                deleted_at = NULL
                """)
        }
        call.note(
            "benchmark", Benchmark.ID?.none, after: ["figures": try JSONValue(encoding: figures)])
        return Imported(figures: figures.count)
    }

    private func check(today: CalendarDate) throws {
        guard (1...Self.limit).contains(figures.count) else {
            throw Problem.invalid(
                field: "figures", code: "out_of_range",
                Phrase(
                    en: "must hold between 1 and \(Self.limit) figures",
                    fr: "doit contenir entre 1 et \(Self.limit) chiffres"))
        }
        for (index, figure) in figures.enumerated() {
            let most = figure.metric.isTime ? 3_660.0 : 1
            guard figure.value >= 0, figure.value <= most else {
                throw Problem.invalid(
                    field: "figures[\(index)].value", code: "out_of_range",
                    figure.metric.isTime
                        ? Phrase(en: "must be days, between 0 and 3660", fr: "doit être en jours, entre 0 et 3660")
                        : Phrase(en: "must be a share between 0 and 1", fr: "doit être une part entre 0 et 1"))
            }
            guard figure.dated <= today else {
                throw Problem.invalid(
                    field: "figures[\(index)].dated", code: "out_of_range",
                    Phrase(en: "must not be in the future", fr: "ne doit pas être dans le futur"))
            }
        }
    }
}
