import Domain
import JSON

/// What became of the applications that began in a period.
public struct ApplicationFigures: Codable, Sendable, Equatable {
    public var applications: Int
    /// As they stand now.
    public var open: Int
    public var hired: Int
    public var rejected: Int
    public var withdrawn: Int
    /// In the order of the path.
    public var stages: [StageFigures]
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure

    init(_ sums: CohortSums, open visits: [Application.Status: OpenVisits], asOf: Instant) {
        applications = sums.started
        open = sums.open
        hired = sums.ended(.hired)
        rejected = sums.ended(.rejected)
        withdrawn = sums.ended(.withdrawn)
        stages = Application.Status.path.map { StageFigures($0, sums, visits[$0], asOf: asOf) }
        submissionToInterview = Self.conversion(from: .submitted, sums, asOf: asOf)
        interviewToOffer = Self.conversion(from: .interview, sums, asOf: asOf)
    }

    static func conversion(from stage: Application.Status, _ sums: CohortSums, asOf: Instant) -> RatioFigure {
        RatioFigure(sums.advanced(from: stage), of: sums.reached(stage), asOf: asOf)
    }
}

/// One stage of the path: how many ever reached it, how many of those the next one, and how long they stayed.
public struct StageFigures: Codable, Sendable, Equatable {
    public var stage: Application.Status
    /// Distinct applications that ever reached it.
    public var reached: Int
    /// Of those, the ones that ever reached the next stage; absent for the last.
    public var conversion: RatioFigure?
    /// Ended visits, summed for each application; `n` is the number of applications. Absent for the last.
    public var timeInStage: MeanFigure?
    /// Visits that are going on now, whenever they began. Absent for the last.
    public var openVisits: MeanFigure?

    init(_ stage: Application.Status, _ sums: CohortSums, _ visits: OpenVisits?, asOf: Instant) {
        self.stage = stage
        reached = sums.reached(stage)
        guard stage.isOpen else { return }
        conversion = ApplicationFigures.conversion(from: stage, sums, asOf: asOf)
        timeInStage = MeanFigure(milliseconds: sums.spent(stage), n: sums.timed(stage), asOf: asOf)
        let visits = visits ?? OpenVisits()
        openVisits = MeanFigure(milliseconds: visits.age(asOf: asOf), n: visits.count, asOf: asOf)
    }
}

/// The applications that stand in a stage, and the sum of the instants at which they entered it.
struct OpenVisits: Sendable, Hashable {
    var count = 0
    var entered: Int64 = 0

    func age(asOf: Instant) -> Int64 { Int64(count) * asOf.milliseconds - entered }
}

/// The jobs that were opened in a period.
public struct JobFigures: Codable, Sendable, Equatable {
    public var opened: Int
    public var statuses: [JobStatusCount]
    public var openings: Int
    public var openingsFilled: Int
    /// Openings filled of those asked for.
    public var fillRate: RatioFigure
    /// From the opening of the job to the accepted offer, less the time on hold; of offers accepted in the period.
    public var timeToFill: DurationFigure

    init(_ counts: [JobCount], timeToFill: DurationFigure, asOf: Instant) {
        opened = counts.reduce(0) { $0 + $1.jobs }
        statuses = counts.map { JobStatusCount(status: $0.status, jobs: $0.jobs) }
        openings = counts.reduce(0) { $0 + $1.openings }
        openingsFilled = counts.reduce(0) { $0 + $1.filled }
        fillRate = RatioFigure(openingsFilled, of: openings, asOf: asOf)
        self.timeToFill = timeToFill
    }
}

public struct JobStatusCount: Codable, Sendable, Equatable {
    public var status: Job.Status
    public var jobs: Int
}

struct JobCount {
    var status: Job.Status
    var jobs: Int
    var openings: Int
    var filled: Int
}

/// What happened in a period, whenever the applications began: how many reached a stage for the first time.
public struct ActivityFigures: Codable, Sendable, Equatable {
    public var applications: Int
    public var submissions: Int
    public var interviews: Int
    public var offers: Int
    /// Hires that were made; one that was taken back on another day stays counted here, and not in `placement`s.
    public var hires: Int
    public var rejections: Int
    public var withdrawals: Int

    init(_ counts: ActivityCounts, started: Int) {
        applications = started
        submissions = counts[.submitted]
        interviews = counts[.interview]
        offers = counts[.offer]
        hires = counts[.hired]
        rejections = counts[.rejected]
        withdrawals = counts[.withdrawn]
    }
}

/// How many applications reached each status for the first time.
struct ActivityCounts: Hashable, Sendable {
    private(set) var values = [Int64](repeating: 0, count: ActivityColumn.names.count)

    subscript(_ status: Application.Status) -> Int { Int(values[status.rank]) }

    mutating func add(_ status: Application.Status, _ number: Int64) { values[status.rank] += number }
}

/// One source of applications.
public struct SourceFigures: Codable, Sendable, Equatable {
    /// Absent for applications without a source.
    public var sourceID: Source.ID?
    public var name: String
    public var kind: Source.Kind?
    public var applications: Int
    public var hires: Int
    public var hireRate: RatioFigure
    public var timeToHire: DurationFigure
}
