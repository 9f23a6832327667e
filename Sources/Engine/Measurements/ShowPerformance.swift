import Domain

/// How the operations of this process did since it started: measured, not estimated, and of this process alone. Another
/// workstation, or the command line, has its own figures.
public struct ShowPerformance: RouteOperation {
    public static let contract = Contract(
        "admin.performance", .get, "/admin/performance", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "System performance metrics", fr: "Mesures de performance du système"))

    public struct Figure: Codable, Sendable, Equatable {
        public var operationID: String
        public var calls: Int
        /// Answers of 400 to 499.
        public var refused: Int
        /// Answers of 500 and more.
        public var failed: Int
        /// Milliseconds; percentiles are at most an eighth too high.
        public var meanMs: Double
        public var p50Ms: Double
        public var p95Ms: Double
        public var p99Ms: Double
        public var longestMs: Double
    }

    public struct Answer: Codable, Sendable, Equatable {
        /// Always `process`: what other processes do is not in these figures.
        public var scope: String
        /// Where this process takes calls from: `workstation`, `cli`, `hub`.
        public var origin: String
        public var since: Instant
        public var asOf: Instant
        public var calls: Int
        /// The most called first.
        public var operations: [Figure]
    }

    /// One operation only.
    public var operationID: Text<120>?

    public init(operationID: Text<120>? = nil) { self.operationID = operationID }

    public func prepare(in preparation: Preparation) throws -> EngineStatus { preparation.status }

    public func perform(in call: Call, prepared: EngineStatus) throws -> Answer {
        let figures = prepared.measured
            .filter { operationID == nil || $0.key == operationID?.value }
            .map { Self.figure($0.key, $0.value) }
            .sorted { ($1.calls, $0.operationID) < ($0.calls, $1.operationID) }
        return Answer(
            scope: "process", origin: prepared.origin, since: prepared.startedAt, asOf: call.now,
            calls: figures.reduce(0) { $0 + $1.calls }, operations: figures)
    }

    private static func figure(_ id: String, _ entry: OperationMeasurements.Entry) -> Figure {
        func milliseconds(_ nanoseconds: UInt64?) -> Double { (Double(nanoseconds ?? 0) / 10_000).rounded() / 100 }
        func count(_ range: Range<Int>) -> Int {
            entry.outcomes.filter { range.contains($0.key) }.reduce(0) { $0 + $1.value }
        }
        let times = entry.times
        return Figure(
            operationID: id, calls: Int(times.count), refused: count(400..<500), failed: count(500..<600),
            meanMs: milliseconds(times.total / max(times.count, 1)), p50Ms: milliseconds(times.percentile(50)),
            p95Ms: milliseconds(times.percentile(95)), p99Ms: milliseconds(times.percentile(99)),
            longestMs: milliseconds(times.longest))
    }
}

/// What the engine knows about itself in this process.
public struct EngineStatus: Sendable {
    public let startedAt: Instant
    public let origin: String
    public let isDeveloperMode: Bool
    let measured: [String: OperationMeasurements.Entry]
}
