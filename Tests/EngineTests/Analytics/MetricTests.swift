import Domain
import JSON
import TestSupport
import Testing

@testable import Engine

/// Every metric of `domain.md` against a history reckoned by hand (`KnownHistory`).
@Suite struct MetricTests {
    /// Counters by day, rows of the job, rows of the company: three ways to the same figures.
    @Test(arguments: ["analytics.applications", "jobs.analytics", "companies.analytics"])
    func stagesAreAsReckoned(_ operation: String) throws {
        let history = try KnownHistory()
        let body: JSONValue
        switch operation {
        case "jobs.analytics":
            body = try history.analytics(operation, ["job_id": .string(history.job)])["analytics"] ?? .null
        case "companies.analytics":
            let company = history.board.world.ownCompany.description
            body = try history.analytics(operation, ["company_id": .string(company)])["analytics"] ?? .null
        default: body = try history.analytics(operation)
        }
        let figures = try #require(body["applications"])
        #expect(figures.number("applications") == 6)
        #expect(figures.number("open") == 3)
        #expect(figures.number("hired") == 1)
        #expect(figures.number("rejected") == 2)
        #expect(figures.number("withdrawn") == 0)
        let reached = [6, 5, 4, 3, 3, 1, 1].map(Double.init)
        for (index, number) in reached.enumerated() {
            #expect(figures.number("stages.\(index).reached") == number, "stage \(index)")
        }
        // Of the six that were sourced five applied; of those four were screened; of those three were submitted.
        #expect(figures.number("stages.0.conversion.value") == 5.0 / 6)
        #expect(figures.number("stages.1.conversion.value") == 0.8)
        #expect(figures.at("stages.2.conversion.value") == .null)
        #expect(figures.at("stages.2.conversion.insufficient_data") == true)
        #expect(figures.number("stages.2.conversion.n") == 4)
        #expect(figures.number("stages.2.conversion.numerator") == 3)
        // The one that went to the interview without having been submitted is no conversion of a submission.
        #expect(figures.number("submission_to_interview.numerator") == 2)
        #expect(figures.number("submission_to_interview.n") == 3)
        #expect(figures.number("interview_to_offer.numerator") == 1)
        // Sums of ended visits, in days: 1+1+1+2+1; 1+2+1+2+(1+2); 2+2+4+(1+1).
        for (stage, (days, n)) in [(6.0, 5.0), (9, 5), (10, 4)].enumerated() {
            #expect(figures.number("stages.\(stage).time_in_stage.n") == n)
            #expect(figures.number("stages.\(stage).time_in_stage.mean_days") == days / n, "stage \(stage)")
        }
        // Visits that are going on: one sourced for 12 days, one submitted for 6, one in interview for 4.
        for (stage, days) in [(0, 12.0), (3, 6), (4, 4)] {
            #expect(figures.number("stages.\(stage).open_visits.n") == 1)
            #expect(figures.number("stages.\(stage).open_visits.mean_days") == days)
        }
        #expect(figures.number("stages.1.open_visits.n") == 0)
        #expect(figures.at("stages.1.open_visits.mean_days") == .null)
    }

    @Test func timesAndRatesAreAsReckoned() throws {
        let history = try KnownHistory()
        let kpis = try history.analytics("analytics.kpis")
        let current = try #require(kpis["current"])
        // Sourced on day 0, accepted on day 9; three of the nine days were on hold.
        #expect(current.number("time_to_hire.median_days") == 9)
        #expect(current.number("time_to_hire.p90_days") == 9)
        #expect(current.number("time_to_hire.n") == 1)
        #expect(current.number("time_to_fill.median_days") == 6)
        #expect(current.number("fill_rate.numerator") == 1)
        #expect(current.number("fill_rate.n") == 3)
        #expect(current.at("fill_rate.value") == .null)
        #expect(current.number("offer_acceptance.numerator") == 1)
        #expect(current.number("offer_acceptance.n") == 1)
        #expect(current.number("hire_rate.value") == 1.0 / 6)
        #expect(current.number("hires") == 1)
        #expect(kpis.at("as_of") == .string(history.board.world.clock.now().description))
        #expect(current.at("fill_rate.as_of") == kpis["as_of"])
        #expect(kpis.number("previous.applications") == 0)
        #expect(kpis.at("previous.time_to_hire.median_days") == .null)
    }

    @Test func sourcesAreAsReckoned() throws {
        let history = try KnownHistory()
        for input in [[:], ["job_id": .string(history.job)]] as [JSONValue] {
            let sources = try history.analytics("analytics.applications", input)["sources"]
            #expect(sources?.arrayValue?.count == 2)
            #expect(sources?.at("0.source_id") == .string(history.sources[0]))
            #expect(sources?.number("0.applications") == 5)
            #expect(sources?.number("0.hires") == 1)
            #expect(sources?.number("0.hire_rate.value") == 0.2)
            #expect(sources?.number("0.time_to_hire.median_days") == 9)
            #expect(sources?.at("1.hire_rate.value") == .null)
        }
        let second = try history.analytics("analytics.applications", ["source_id": .string(history.sources[1])])
        #expect(second.number("applications.applications") == 1)
        #expect(second.number("applications.stages.3.reached") == 1)
    }

    /// A period shows what began, and what happened, in it.
    @Test func aPeriodIsItsDays() throws {
        let history = try KnownHistory()
        // Day 0 is 20 November; the 29th is day 9.
        for input in [[:], ["job_id": .string(history.job)]] as [JSONValue] {
            let body = try history.analytics(
                "analytics.applications", input.with(["from": "2026-11-21", "to": "2026-11-29"]))
            #expect(body.number("applications.applications") == 0)
            #expect(body.number("activity.submissions") == 3)
            #expect(body.number("activity.interviews") == 3)
            #expect(body.number("activity.offers") == 1)
            #expect(body.number("activity.hires") == 0, "hired on day 10")
            #expect(body.number("activity.rejections") == 2)
            #expect(body.number("time_to_hire.n") == 1, "accepted on day 9")
        }
        let first = try history.analytics("analytics.applications", ["from": "2026-11-20", "to": "2026-11-20"])
        #expect(first.number("applications.applications") == 6)
        #expect(first.number("activity.submissions") == 0)
        let refused = try history.board.world.call(
            "analytics.applications", ["from": "2026-11-21", "to": "2026-11-20"], as: .admin)
        #expect(refused.status == 422)
        #expect(refused.body.at("errors.0.field") == "from")
    }

    @Test func trendsAreThePeriodInPieces() throws {
        let history = try KnownHistory()
        let months = try history.analytics("analytics.trends", ["from": "2026-10-15"])
        #expect(
            months["data"]?.arrayValue?.compactMap { $0["start"]?.stringValue } == [
                "2026-10-01", "2026-11-01", "2026-12-01",
            ])
        #expect(months.number("data.0.activity.applications") == 0)
        #expect(months.number("data.1.activity.applications") == 6)
        #expect(months.number("data.1.activity.interviews") == 3)
        #expect(months.number("data.1.activity.hires") == 1)
        #expect(months.number("data.1.time_to_hire.median_days") == 9)
        #expect(months.number("data.2.time_to_hire.n") == 0)
        let weeks = try history.analytics(
            "analytics.trends", ["from": "2026-11-20", "interval": "week", "job_id": .string(history.job)])
        #expect(weeks.at("data.0.start") == "2026-11-16")
        // Of the weeks from the 16th, the 23rd and the 30th.
        #expect([0, 1, 2].map { weeks.number("data.\($0).activity.interviews") } == [0, 3, 0])
        let refused = try history.board.world.call(
            "analytics.trends", ["from": "1990-01-01", "interval": "week"], as: .admin)
        #expect(refused.status == 422)
        let dashboard = try history.board.world.call(
            "analytics.dashboard", ["from": "0001-01-01", "to": "9999-12-31"], as: .admin)
        #expect(dashboard.status == 422)
    }

    @Test func offersThatRunOutAreCountedWithoutAWriter() throws {
        let history = try KnownHistory()
        try history.board.offer(history.applications[2])
        history.board.world.clock.advance(days: 60)
        for input in [
            [:], ["job_id": .string(history.job)], ["consultant_id": .string(try history.board.consultant())],
        ]
            as [JSONValue]
        {
            let body = try history.analytics("analytics.applications", input)
            #expect(body.number("offer_acceptance.numerator") == 1)
            #expect(body.number("offer_acceptance.n") == 2, "\(input)")
        }
    }

    @Test func aReopenedJobIsFilledFromItsReopening() throws {
        let board = try Board()
        let job = try board.job(openings: 1)
        board.world.clock.advance(days: 10)
        try board.call("jobs.close", ["job_id": .string(job)], as: .admin)
        board.world.clock.advance(days: 10)
        try board.call("jobs.publish", ["job_id": .string(job)], as: .admin)
        let first = try board.sourced(try board.candidate(), job)
        board.world.clock.advance(days: 4)
        try board.bring(first, to: .hired)
        // Taking the hire back opens the job again, but not anew.
        board.world.clock.advance(days: 1)
        try board.expectMove(first, "offer", ["internal_comment": "Did not come."])
        try board.expectMove(first, "rejected", ["reason_id": .string(try board.reason())])
        let second = try board.sourced(try board.candidate("Zoé", "Second"), job)
        board.world.clock.advance(days: 3)
        try board.bring(second, to: .hired)
        let body = try board.call("jobs.analytics", ["job_id": .string(job)], as: .admin)
        #expect(body.number("time_to_fill.n") == 1)
        let days = try #require(body.number("time_to_fill.median_days"))
        // Four, one and three days, and some minutes on the way.
        #expect(days >= 8 && days < 8.1, "\(days)")
        try BoardInvariants(world: board.world).check()
    }

    @Test func medianAndNinetiethPercentile() {
        let day: Int64 = 86_400_000
        let asOf = Instant(milliseconds: 0)
        let even = DurationFigure(milliseconds: [4, 1, 3, 2].map { $0 * day }, asOf: asOf)
        #expect(even.medianDays == 2.5)
        #expect(even.p90Days == 4)
        let ten = DurationFigure(milliseconds: (1...10).map { $0 * day }, asOf: asOf)
        #expect(ten.p90Days == 9)
        #expect(ten.meanDays == 5.5)
        let none = DurationFigure(milliseconds: [], asOf: asOf)
        #expect(none.medianDays == nil && none.n == 0)
    }
}
