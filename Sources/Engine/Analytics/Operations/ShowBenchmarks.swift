import Domain
import JSON
import Storage

/// What the own figures can be held against: the same figures of earlier quarters of this workspace, and figures of
/// others that an admin brought in with their source and date. Nothing else.
public struct ShowBenchmarks: RouteOperation {
    public static let contract = Contract(
        "analytics.benchmarks", .get, "/analytics/benchmarks", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Industry benchmarks", fr: "Références du secteur"))

    /// How many quarters before the current one are shown; four unless said otherwise.
    public var quarters: Bounded<1, 12>?
    public var metric: BenchmarkMetric?

    public init(quarters: Bounded<1, 12>? = nil, metric: BenchmarkMetric? = nil) {
        self.quarters = quarters
        self.metric = metric
    }

    /// What comes back.
    public struct Benchmarks: Codable, Sendable {
        public var asOf: Instant
        /// The workspace's own history, latest quarter first.
        public var own: [OwnFigure]
        /// Brought in from outside, latest first.
        public var imported: [ImportedFigure]
    }

    public func perform(in call: Call) throws -> Benchmarks {
        var own: [OwnFigure] = []
        var quarter = AnalyticsInterval.quarter.start(of: call.now.date)
        for _ in 0..<(quarters?.value ?? 4) {
            let end = quarter.adding(days: -1)
            quarter = AnalyticsInterval.quarter.start(of: end)
            let analysis = try Analysis(call, from: quarter, to: end)
            let figures = try analysis.keyFigures()
            for metric in BenchmarkMetric.allCases where self.metric == nil || self.metric == metric {
                own.append(OwnFigure(metric, figures, asOf: call.now))
            }
        }
        return Benchmarks(asOf: call.now, own: own, imported: try imported(call))
    }

    private func imported(_ call: Call) throws -> [ImportedFigure] {
        let wanted: SQL = metric.map { "b.metric = \($0)" } ?? "1 = 1"
        return try call.transaction.all(
            """
            SELECT b.metric, b.segment, b.value, b.n, b.source, b.dated, b.created_at FROM benchmark b
            WHERE b.deleted_at IS NULL AND \(wanted) ORDER BY b.dated DESC, b.metric, b.segment, b.source LIMIT 1000
            """
        ) { columns in
            ImportedFigure(
                metric: try columns.next(), segment: try columns.next(), value: try columns.next(),
                n: try columns.next(), source: try columns.next(), dated: try columns.next(),
                importedAt: try columns.next())
        }
    }
}

/// What is compared. Rates are 0…1, times are median days.
public enum BenchmarkMetric: String, Codable, Sendable, CaseIterable, SQLCodable {
    case timeToHire = "time_to_hire"
    case timeToFill = "time_to_fill"
    case offerAcceptance = "offer_acceptance"
    case fillRate = "fill_rate"
    case submissionToInterview = "submission_to_interview"
    case interviewToOffer = "interview_to_offer"
    case hireRate = "hire_rate"

    var isTime: Bool { self == .timeToHire || self == .timeToFill }
}

/// A figure of the workspace's own past.
public struct OwnFigure: Codable, Sendable, Equatable {
    public var metric: BenchmarkMetric
    public var period: AnalyticsPeriod
    /// Null where there is too little.
    public var value: Double?
    public var n: Int
    public var insufficientData: Bool
    public var asOf: Instant

    init(_ metric: BenchmarkMetric, _ figures: KeyFigures, asOf: Instant) {
        self.metric = metric
        period = figures.period
        self.asOf = asOf
        let ratio: RatioFigure
        switch metric {
        case .timeToHire, .timeToFill:
            let time = metric == .timeToHire ? figures.timeToHire : figures.timeToFill
            n = time.n
            // A comparison with a handful says nothing, be it of a share or of a time.
            insufficientData = time.n < RatioFigure.smallest
            value = insufficientData ? nil : time.medianDays
            return
        case .offerAcceptance: ratio = figures.offerAcceptance
        case .fillRate: ratio = figures.fillRate
        case .submissionToInterview: ratio = figures.submissionToInterview
        case .interviewToOffer: ratio = figures.interviewToOffer
        case .hireRate: ratio = figures.hireRate
        }
        (value, n, insufficientData) = (ratio.value, ratio.n, ratio.insufficientData)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(metric, forKey: .metric)
        try container.encode(period, forKey: .period)
        try container.encode(value, forKey: .value)
        try container.encode(n, forKey: .n)
        try container.encode(insufficientData, forKey: .insufficientData)
        try container.encode(asOf, forKey: .asOf)
    }
}

/// A figure of others.
public struct ImportedFigure: Codable, Sendable, Equatable {
    public var metric: BenchmarkMetric
    /// Whom it is about, such as an industry and a country.
    public var segment: String
    public var value: Double
    public var n: Int?
    /// Who published it.
    public var source: String
    /// The day as of which it is.
    public var dated: CalendarDate
    public var importedAt: Instant
}
