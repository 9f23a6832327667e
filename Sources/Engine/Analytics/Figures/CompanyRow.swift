import Domain
import JSON
import Storage

/// A company with its jobs and applications of a period.
public struct CompanyRow: Codable, Sendable, Equatable {
    public var companyID: Company.ID
    public var name: String
    public var status: Company.Status
    /// Jobs that were opened in the period.
    public var jobs: Int
    public var fillRate: RatioFigure
    /// That began in the period.
    public var applications: Int
    public var hired: Int
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    public var offerAcceptance: RatioFigure
    public var timeToHire: DurationFigure
    public var timeToFill: DurationFigure

    init(companyID: Company.ID, name: String, status: Company.Status, asOf: Instant) {
        self.companyID = companyID
        self.name = name
        self.status = status
        let nothing = RatioFigure(0, of: 0, asOf: asOf)
        let never = DurationFigure(milliseconds: [], asOf: asOf)
        (jobs, applications, hired) = (0, 0, 0)
        (fillRate, submissionToInterview, interviewToOffer, offerAcceptance) = (nothing, nothing, nothing, nothing)
        (timeToHire, timeToFill) = (never, never)
    }
}

extension Analysis {
    /// Fills in the figures of these companies.
    func add(to rows: inout [CompanyRow]) throws {
        guard !rows.isEmpty else { return }
        let cohorts = try cohorts(by: .company, of: rows.map { $0.companyID.cast() })
        for index in rows.indices {
            let one = filtered(company: rows[index].companyID)
            let sums = cohorts[rows[index].companyID.cast()] ?? CohortSums()
            let hires = try one.hires()
            let jobs = try one.jobFigures(hires)
            rows[index].jobs = jobs.opened
            rows[index].fillRate = jobs.fillRate
            rows[index].applications = sums.started
            rows[index].hired = sums.ended(.hired)
            rows[index].submissionToInterview = ApplicationFigures.conversion(from: .submitted, sums, asOf: asOf)
            rows[index].interviewToOffer = ApplicationFigures.conversion(from: .interview, sums, asOf: asOf)
            rows[index].offerAcceptance = acceptance(try one.resolutions())
            rows[index].timeToHire = timeToHire(hires)
            rows[index].timeToFill = jobs.timeToFill
        }
    }
}
