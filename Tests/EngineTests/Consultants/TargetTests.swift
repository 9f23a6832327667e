import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Targets, and what was reached by a small history that can be counted by hand.
@Suite struct TargetTests {
    let jobs: JobWorld
    let consultant: JSONValue
    init() throws {
        jobs = try JobWorld()
        consultant = .string(try jobs.consultants()[0].description)
    }

    private func set(_ targets: JSONValue) -> JSONValue {
        ["consultant_id": consultant, "targets": targets]
    }

    private func reached(_ metric: String, in page: JSONValue) -> JSONValue? {
        page["data"]?.arrayValue?.first { $0["metric"] == .string(metric) }
    }

    @Test func goalsAreSetChangedAndTakenAway() throws {
        let year: JSONValue = ["metric": "placements", "period": "year", "period_start": "2026-01-01", "goal": 12]
        let quarter: JSONValue = [
            "metric": "submissions", "period": "quarter", "period_start": "2026-10-01", "goal": 30,
        ]
        let first = try jobs.body("consultants.targets.update", set([year, quarter]), as: .admin)
        #expect(first["total"] == 2)
        #expect(first["data"]?[0]?["period_end"] == "2026-12-31")
        #expect(first["data"]?[0]?["reached"] == 0)
        let second = try jobs.body(
            "consultants.targets.update", set([year.with(["goal": 15]), quarter.with(["goal": .null])]), as: .admin)
        #expect(second["total"] == 1)
        #expect(second["data"]?[0]?["goal"] == 15)
        #expect(second["data"]?[0]?["version"] == 2)
        #expect(try jobs.audited("consultants.targets.update", outcome: 200) == 2)
        _ = try jobs.body("consultants.targets.update", set([year.with(["goal": 15])]), as: .admin)
        #expect(try jobs.audited("consultants.targets.update", outcome: 200) == 2)
        let own = try jobs.body("consultants.targets.get", ["consultant_id": consultant], as: .consultant)
        #expect(own["total"] == 1)
        #expect(try jobs.status("consultants.targets.get", ["consultant_id": consultant], as: .otherConsultant) == 404)
        #expect(try jobs.status("consultants.targets.update", set([year]), as: .consultant) == 403)
    }

    static let refused: [(JSONValue, String)] = [
        (
            ["metric": "offers", "period": "quarter", "period_start": "2026-02-01", "goal": 1],
            "period_start"
        ),
        (["metric": "offers", "period": "year", "period_start": "2026-02-30", "goal": 1], "period_start"),
        (["metric": "offers", "period": "month", "period_start": "2026-02-01", "goal": -1], "goal"),
        (
            ["metric": "offers", "period": "month", "period_start": "2026-02-01", "goal": 1, "currency": "EUR"],
            "currency"
        ),
        (["metric": "calls", "period": "month", "period_start": "2026-02-01", "goal": 1], "metric"),
    ]

    @Test(arguments: refused)
    func whatIsRefused(_ target: JSONValue, _ field: String) throws {
        let answer = try jobs.call("consultants.targets.update", set([target]), as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string("targets[0].\(field)"))
        #expect(try jobs.status("consultants.targets.update", set([]), as: .admin) == 422)
    }

    /// Two candidates on a job of the consultant: one is hired, one is submitted, and a move is taken back.
    private func history(
        feePercent: Int64? = 20, daysBeforeHire: Int64 = 0
    ) throws -> (hired: String, submitted: String) {
        let job = try jobs.published("Nurse", ["openings": 2])
        var terms: JSONValue = ["job_id": .string(job), "owner_consultant_id": consultant]
        if let feePercent { terms["fee"] = ["type": "percent", "value": .integer(feePercent)] }
        _ = try jobs.body("jobs.update", terms, as: .admin)
        var applications: [String] = []
        for person in [World.Person.candidate, .otherCandidate] {
            let body = try jobs.body("candidates.create", ["first_name": "A", "last_name": "B"], as: person)
            _ = try jobs.body(
                "candidates.cv.upload",
                ["candidate_id": body["id"] ?? .null, "filename": "cv.txt", "content_base64": "Wm/DqSBUZXN0Cg=="],
                as: person)
            applications.append(
                try jobs.body("applications.submit", ["job_id": .string(job)], as: person)["id"]?.stringValue ?? "")
        }
        for application in applications {
            for stage in ["screening", "submitted"] { try move(application, stage) }
        }
        try move(applications[0], "interview")
        let offer =
            try jobs.body(
                "applications.makeOffer",
                [
                    "application_id": .string(applications[0]), "salary": 4_000_000, "currency": "EUR",
                    "salary_unit": "YEAR", "start_date": "2027-01-04", "expires_at": "2027-01-02T12:00:00Z",
                ], as: .admin)["id"] ?? .null
        _ = try jobs.body("offers.respond", ["offer_id": offer, "action": "accept"], as: .candidate)
        jobs.world.clock.advance(days: daysBeforeHire)
        try move(applications[0], "hired")
        return (applications[0], applications[1])
    }

    private func move(_ application: String, _ stage: String) throws {
        let answer = try jobs.call(
            "applications.changeStatus", ["application_id": .string(application), "status": .string(stage)], as: .admin)
        try #require(answer.isSuccess, "\(stage): \(answer.body)")
    }

    private func targets() throws -> JSONValue {
        let start = CalendarPeriod.year.start(of: jobs.world.clock.now().date)
        let metrics = ["submissions", "interviews", "offers", "placements", "revenue"]
        return try jobs.body(
            "consultants.targets.update",
            set(
                .array(
                    metrics.map {
                        [
                            "metric": .string($0), "period": "year", "period_start": .string(start.description),
                            "goal": 10,
                        ]
                    })), as: .admin)
    }

    @Test func whatWasReachedComesFromTheHistory() throws {
        let (hired, submitted) = try history()
        let page = try targets()
        #expect(reached("submissions", in: page)?["reached"] == 2)
        #expect(reached("interviews", in: page)?["reached"] == 1)
        #expect(reached("offers", in: page)?["reached"] == 1)
        #expect(reached("placements", in: page)?["reached"] == 1)
        // A fifth of 40,000 euros.
        #expect(reached("revenue", in: page)?["reached"] == 800_000)
        #expect(reached("revenue", in: page)?["currency"] == "EUR")
        #expect(reached("revenue", in: page)?["uncounted"] == 0)
        // The placement falls through, and a move to the interview is taken back at once.
        _ = try jobs.body(
            "applications.changeStatus",
            ["application_id": .string(hired), "status": "offer", "internal_comment": "Fell through"], as: .admin)
        let moved = try jobs.body(
            "applications.changeStatus", ["application_id": .string(submitted), "status": "interview"], as: .admin)
        #expect(reached("interviews", in: try targets())?["reached"] == 2)
        _ = try jobs.body(
            "applications.changeStatus",
            [
                "application_id": .string(submitted), "status": "submitted", "undo_of": moved["transition_id"] ?? .null,
            ], as: .admin)
        let after = try targets()
        #expect(reached("interviews", in: after)?["reached"] == 1)
        #expect(reached("placements", in: after)?["reached"] == 0)
        #expect(reached("revenue", in: after)?["reached"] == 0)
    }

    @Test func anotherPeriodAndAnotherConsultantHaveNothingOfIt() throws {
        _ = try history()
        let last: JSONValue = ["metric": "placements", "period": "year", "period_start": "2025-01-01", "goal": 1]
        #expect(
            try jobs.body("consultants.targets.update", set([last]), as: .admin)["data"]?[0]?["reached"] == 0)
        let other = JSONValue.string(try jobs.consultants()[1].description)
        let page = try jobs.body(
            "consultants.targets.update",
            [
                "consultant_id": other,
                "targets": [["metric": "placements", "period": "year", "period_start": "2026-01-01", "goal": 1]],
            ], as: .admin)
        #expect(page["data"]?[0]?["reached"] == 0)
    }

    // MARK: - The same figures in consultants.performance

    private func performance(
        _ from: CalendarDate, _ to: CalendarDate, as person: World.Person = .consultant
    ) throws -> JSONValue {
        try jobs.body(
            "consultants.performance",
            ["consultant_id": consultant, "from": .string(from.description), "to": .string(to.description)], as: person)
    }

    private func sum(_ figures: JSONValue?, _ metric: String) -> JSONValue? {
        switch metric {
        case "placements": figures?["placements"]
        case "revenue": figures?["revenue"]?["sums"]?[0]?["amount"] ?? 0
        default: figures?["activity"]?[metric]
        }
    }

    private static let metrics = ["submissions", "interviews", "offers", "placements", "revenue"]

    @Test(arguments: [World.Person.consultant, .admin, .superadmin])
    func performanceTellsTheSameOfTheSameDays(_ person: World.Person) throws {
        _ = try history()
        let page = try targets()
        let start = CalendarPeriod.year.start(of: jobs.world.clock.now().date)
        let found = try performance(start, CalendarPeriod.year.end(from: start).adding(days: -1), as: person)
        for metric in Self.metrics {
            #expect(sum(found["current"], metric) == reached(metric, in: page)?["reached"], "\(metric)")
        }
        let revenue = found["current"]?["revenue"]
        #expect(revenue?["sums"] == [["currency": "EUR", "amount": 800_000, "n": 1]])
        #expect(revenue?["n"] == 1)
        #expect(revenue?["uncounted"] == 0)
        #expect(revenue?["as_of"] == .string(jobs.world.clock.now().description))
        #expect(found["previous"]?["revenue"]?["sums"] == [])
        #expect(found["goals"]?.arrayValue?.count == 5)
        for metric in Self.metrics {
            let goal = found["goals"]?.arrayValue?.first { $0["metric"] == .string(metric) }
            #expect(goal == reached(metric, in: page), "\(metric)")
        }
        // Whose figures they are not.
        let input: JSONValue = ["consultant_id": consultant]
        #expect(try jobs.status("consultants.performance", input, as: .otherConsultant) == 404)
        for other in [World.Person.employer, .candidate] {
            #expect(try jobs.status("consultants.performance", input, as: other) == 403)
        }
        #expect(try jobs.status("consultants.performance", input, as: .anonymous) == 401)
    }

    @Test func aPlacementIsOfTheMonthInWhichItsOfferWasAccepted() throws {
        let accepted = jobs.world.clock.now().date
        _ = try history(daysBeforeHire: 35)
        let hired = jobs.world.clock.now().date
        for (day, count) in [(accepted, 1), (hired, 0)] as [(CalendarDate, Int64)] {
            let start = CalendarPeriod.month.start(of: day)
            let page = try jobs.body(
                "consultants.targets.update",
                set(
                    .array(
                        ["placements", "revenue"].map {
                            [
                                "metric": .string($0), "period": "month", "period_start": .string(start.description),
                                "goal": 1,
                            ]
                        })), as: .admin)
            let month = page["data"]?.arrayValue?.filter { $0["period_start"] == .string(start.description) } ?? []
            #expect(month.count == 2)
            for target in month {
                #expect(target["reached"] == .integer(target["metric"] == "revenue" ? count * 800_000 : count))
            }
            let found = try performance(start, CalendarPeriod.month.end(from: start).adding(days: -1))
            #expect(found["current"]?["placements"] == .integer(count))
            #expect(sum(found["current"], "revenue") == .integer(count * 800_000))
            #expect(found["goals"]?.arrayValue?.count == 2)
        }
    }

    @Test func whatComesToAStageAgainIsCountedWhereItFirstCame() throws {
        let (_, submitted) = try history()
        let first = CalendarPeriod.month.start(of: jobs.world.clock.now().date)
        jobs.world.clock.advance(days: 35)
        _ = try jobs.body(
            "applications.changeStatus",
            ["application_id": .string(submitted), "status": "screening", "internal_comment": "Too early"], as: .admin)
        try move(submitted, "submitted")
        let second = CalendarPeriod.month.start(of: jobs.world.clock.now().date)
        let page = try jobs.body(
            "consultants.targets.update",
            set(
                .array(
                    [first, second].map {
                        [
                            "metric": "submissions", "period": "month", "period_start": .string($0.description),
                            "goal": 1,
                        ]
                    })), as: .admin)
        #expect(page["data"]?.arrayValue?.map { $0["reached"] } == [0, 2])
        let later = try performance(second, CalendarPeriod.month.end(from: second).adding(days: -1))
        #expect(later["current"]?["activity"]?["submissions"] == 0)
    }

    @Test func aPlacementWithoutAFeeIsSaidToBeUncounted() throws {
        _ = try history(feePercent: nil)
        let day = jobs.world.clock.now().date
        let found = try performance(day, day)
        #expect(found["current"]?["placements"] == 1)
        #expect(found["current"]?["revenue"]?["sums"] == [])
        #expect(found["current"]?["revenue"]?["uncounted"] == 1)
        #expect(reached("revenue", in: try targets())?["uncounted"] == 1)
        #expect(found["goals"] == [])
    }
}
