import Domain
import Engine
import JSON
import TestSupport
import Testing

/// No figure counts what its caller does not see in a list.
@Suite struct AnalyticsScopeTests {
    private func scene() throws -> (history: KnownHistory, other: String) {
        let history = try KnownHistory()
        let other = try history.board.job("Soudeur", other: true)
        _ = try history.board.sourced(try history.board.candidate("Omar", "Autre"), other)
        return (history, other)
    }

    @Test func anEmployerCountsItsOwnCompany() throws {
        let (history, other) = try scene()
        let numbers = try [World.Person.employer, .otherEmployer, .consultant, .admin, .superadmin].map {
            try history.analytics("analytics.applications", as: $0).number("applications.applications")
        }
        #expect(numbers == [6, 1, 7, 7, 7])
        for input in [
            ["job_id": .string(other)], ["company_id": .string(history.board.world.otherCompany.description)],
        ] as [JSONValue] {
            let body = try history.analytics("analytics.applications", input, as: .employer)
            #expect(body.number("applications.applications") == 0, "\(input)")
            #expect(body.number("activity.applications") == 0)
            #expect(body["sources"]?.arrayValue?.isEmpty == true)
            for stage in 0..<6 { #expect(body.number("applications.stages.\(stage).open_visits.n") == 0) }
        }
        let jobs = try history.analytics("analytics.jobs", as: .employer)
        #expect(jobs.number("jobs.opened") == 1)
        #expect(jobs.at("data.0.job_id") == .string(history.job))
        #expect(jobs.number("total") == 1)
        #expect(try history.analytics("analytics.jobs", as: .admin).number("total") == 2)
        let foreign = try history.analytics(
            "analytics.jobs", ["company_id": .string(history.board.world.otherCompany.description)], as: .employer)
        #expect(foreign.number("jobs.opened") == 0)
        #expect(foreign.number("total") == 0)
    }

    @Test func anotherCompanysFiguresAreNobodysBusiness() throws {
        let (history, other) = try scene()
        let world = history.board.world
        // Both are seen (the company is active, the job is open), but not their figures.
        let company = try world.call(
            "companies.analytics", ["company_id": .string(world.otherCompany.description)], as: .employer)
        #expect(company.status == 403)
        #expect(try world.call("jobs.analytics", ["job_id": .string(other)], as: .employer).status == 403)
        #expect(try world.call("jobs.analytics", ["job_id": .string(other)], as: .consultant).status == 403)
        #expect(try world.call("analytics.applications", [:], as: .candidate).status == 403)
        #expect(try world.call("analytics.applications", [:], as: .anonymous).status == 401)
        #expect(try world.call("analytics.applications", ["colour": "red"], as: .admin).status == 422)
    }

    @Test func aCandidateCountsItsOwnApplications() throws {
        let (history, other) = try scene()
        let board = history.board
        let own = try board.ownProfile()
        try board.attachCV(own)
        try board.call("applications.submit", ["job_id": .string(other)], as: .candidate)
        let body = try history.analytics("candidates.analytics", ["candidate_id": .string(own)], as: .candidate)
        #expect(body.number("applications.applications") == 1)
        #expect(body.number("applications.stages.1.reached") == 1)
        #expect(body.number("applications.stages.1.open_visits.n") == 1)
        #expect(body.number("applications.stages.0.open_visits.n") == 0)
        let stranger = try #require(
            try board.call(
                "applications.get", ["application_id": .string(history.applications[0])], as: .admin)["candidate_id"])
        let refused = try board.world.call("candidates.analytics", ["candidate_id": stranger], as: .candidate)
        #expect(refused.status == 404)
        let seen = try history.analytics("candidates.analytics", ["candidate_id": stranger], as: .consultant)
        #expect(seen.number("applications.hired") == 1)
        #expect(seen.number("offer_acceptance.n") == 1)
    }

    @Test func listsOfCompaniesAndConsultantsAreAsReckoned() throws {
        let (history, _) = try scene()
        let companies = try history.analytics("analytics.companies")
        #expect(companies.number("total") == 2)
        let own = companies["data"]?.arrayValue?.first {
            $0["company_id"] == .string(history.board.world.ownCompany.description)
        }
        #expect(own?.number("applications") == 6)
        #expect(own?.number("hired") == 1)
        #expect(own?.number("jobs") == 1)
        #expect(own?.number("time_to_fill.median_days") == 6)
        #expect(own?.number("offer_acceptance.n") == 1)
        let consultants = try history.analytics("analytics.consultants")
        let owner = try history.board.consultant()
        let row = consultants["data"]?.arrayValue?.first { $0["consultant_id"] == .string(owner) }
        #expect(row?.number("placements") == 1)
        #expect(row?.number("open_applications") == 3)
        #expect(row?.number("activity.submissions") == 3)
        #expect(row?.number("submission_to_interview.numerator") == 2)
        #expect(row?.number("time_to_hire.median_days") == 9)
        #expect(row?.number("offer_acceptance.numerator") == 1)
        let filtered = try history.analytics("analytics.applications", ["consultant_id": .string(owner)])
        #expect(filtered.number("applications.applications") == 6)
        let both = try history.analytics(
            "analytics.applications", ["consultant_id": .string(owner), "source_id": .string(history.sources[1])])
        #expect(both.number("applications.applications") == 1)
    }

    @Test func aConsultantSeesItsOwnPerformance() throws {
        let (history, _) = try scene()
        let input: JSONValue = ["consultant_id": .string(try history.board.consultant())]
        let performance = try history.analytics("consultants.performance", input, as: .consultant)
        #expect(performance.number("open_applications") == 3)
        #expect(performance.number("current.activity.submissions") == 3)
        #expect(performance.number("current.activity.interviews") == 3)
        #expect(performance.number("current.placements") == 1)
        #expect(performance.number("current.time_to_fill.median_days") == 6)
        #expect(performance.number("current.fill_rate.n") == 3)
        #expect(performance.number("previous.placements") == 0)
        let analytics = try history.analytics("consultants.analytics", input, as: .consultant)
        #expect(analytics.number("analytics.applications.applications") == 6)
        #expect(analytics.number("jobs.opened") == 1)
        #expect(try history.board.world.call("consultants.performance", input, as: .otherConsultant).status == 404)
        #expect(try history.board.world.call("consultants.analytics", input, as: .employer).status == 403)
    }

    @Test func theDashboardAndTheCandidates() throws {
        let (history, _) = try scene()
        let dashboard = try history.analytics("analytics.dashboard")
        #expect(dashboard.number("open_jobs") == 2)
        #expect(dashboard.number("figures.hires") == 1)
        #expect(dashboard.number("open_applications.0.applications") == 2)
        #expect(dashboard["months"]?.arrayValue?.count == 13)
        let candidates = try history.analytics("analytics.candidates", as: .consultant)
        #expect(candidates.number("candidates") == 7)
        #expect(candidates.number("new") == 7)
        #expect(candidates.number("placements") == 1)
        let months = candidates["months"]?.arrayValue?.reduce(0) { $0 + ($1.number("new") ?? 0) }
        #expect(months == 7)
    }
}
