import Domain
import JSON
import Storage

/// Applications of a period: what became of them, what happened in it, and where they came from.
public struct ApplicationAnalytics: Codable, Sendable, Equatable {
    public var period: AnalyticsPeriod
    public var asOf: Instant
    /// Of the applications that began in the period.
    public var applications: ApplicationFigures
    /// What happened in the period, whenever the applications began.
    public var activity: ActivityFigures
    /// Of the offers that were accepted, declined or ran out in the period.
    public var offerAcceptance: RatioFigure
    /// From the beginning of the application to the accepted offer; of offers accepted in the period.
    public var timeToHire: DurationFigure
    /// Of the applications that began in the period, most first.
    public var sources: [SourceFigures]
}

extension Analysis {
    func applicationAnalytics(_ hires: [Hire]) throws -> ApplicationAnalytics {
        let cohort = try cohort()
        return ApplicationAnalytics(
            period: period, asOf: asOf,
            applications: ApplicationFigures(cohort, open: try openVisits(), asOf: asOf),
            activity: ActivityFigures(try activity(), started: cohort.started),
            offerAcceptance: acceptance(try resolutions()), timeToHire: timeToHire(hires),
            sources: try sourceFigures())
    }

    /// Every source that an application of the period came from.
    func sourceFigures() throws -> [SourceFigures] {
        let hires = Dictionary(grouping: try hires(.began), by: \.source)
        var names: [AnyEntity.ID: (name: String, kind: Source.Kind)] = [:]
        try transaction.forEach("SELECT id, name, kind FROM source") { row in
            var columns = Columns(row)
            names[try columns.next()] = (try columns.next(), try columns.next())
            return true
        }
        let none = Phrase(en: "No source", fr: "Sans source")[principal.language]
        let figures = try cohorts(by: .source).filter { $0.value.started > 0 }.map { id, sums in
            SourceFigures(
                sourceID: id == RollupScope.zero ? nil : id.cast(), name: names[id]?.name ?? none,
                kind: names[id]?.kind, applications: sums.started, hires: sums.ended(.hired),
                hireRate: RatioFigure(sums.ended(.hired), of: sums.started, asOf: asOf),
                timeToHire: timeToHire(hires[id] ?? []))
        }
        return figures.sorted { ($1.applications, $0.name) < ($0.applications, $1.name) }
    }
}
