import Domain
import JSON

/// The figures that a recruiting business is steered by, for one period.
public struct KeyFigures: Codable, Sendable, Equatable {
    public var period: AnalyticsPeriod
    public var applications: Int
    public var hires: Int
    public var timeToHire: DurationFigure
    public var timeToFill: DurationFigure
    public var offerAcceptance: RatioFigure
    public var fillRate: RatioFigure
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    /// Hired of the applications that began in the period.
    public var hireRate: RatioFigure
}

extension Analysis {
    func keyFigures() throws -> KeyFigures {
        let cohort = try cohort()
        let hires = try hires()
        let jobs = try jobFigures(hires)
        return KeyFigures(
            period: period, applications: cohort.started, hires: hires.count, timeToHire: timeToHire(hires),
            timeToFill: jobs.timeToFill, offerAcceptance: acceptance(try resolutions()), fillRate: jobs.fillRate,
            submissionToInterview: ApplicationFigures.conversion(from: .submitted, cohort, asOf: asOf),
            interviewToOffer: ApplicationFigures.conversion(from: .interview, cohort, asOf: asOf),
            hireRate: RatioFigure(cohort.ended(.hired), of: cohort.started, asOf: asOf))
    }
}
