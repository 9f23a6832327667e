import Domain
import JSON
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// The screen of jobs as text.
struct JobsViewTests {
    private let office: Office

    init() throws {
        office = try Office()
        for number in 1...30 { _ = try office.job("Analyst \(number)", publish: number.isMultiple(of: 3)) }
        office.world.clock.advance(days: 3)
        let job = try office.job(
            "Infirmier de nuit 夜勤",
            [
                "openings": 2, "salary_public": true,
                "base_salary": ["min": 4_000_000, "max": 4_500_000, "currency": "EUR", "unit": "YEAR"],
                "description": .string(
                    "Nights at the clinic, with a team of four and a doctor in the house.\n\nYou begin at nine."),
            ])
        try office.source(try office.wholeCandidate(), onto: job)
        try office.require("Intensive care", of: job, ["importance": "required", "min_level": 3])
        for name in ["Ada", "Zoé"] {
            try office.source(try office.candidate(name, "Byron"), onto: job)
        }
    }

    private func desk(_ person: World.Person, _ language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .jobs)
        return desk
    }

    @Test("The table alone in a small terminal, with the detail over it, and wide")
    func sizes() throws {
        let desk = try desk(.consultant)
        assertSnapshot(desk.drawJobs(width: 80, height: 19).frame, named: "jobs-80")
        desk.perform(.open)
        assertSnapshot(desk.drawJobs(width: 80, height: 19).frame, named: "jobs-80-detail", styles: true)
        assertSnapshot(try self.desk(.admin, .french).drawJobs(width: 200, height: 54).frame, named: "jobs-200-fr")
    }

    @Test("A candidate sees what the public sees")
    func candidate() throws {
        assertSnapshot(try desk(.candidate).drawJobs(width: 120, height: 19).frame, named: "jobs-candidate")
    }

    @Test("Nothing, and nothing that matches")
    func empty() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("nothing")
        assertSnapshot(desk.drawJobs(width: 80, height: 10).frame, named: "jobs-no-match")
        let none = try Desk(World(), as: .consultant)
        none.go(to: .jobs)
        assertSnapshot(none.drawJobs(width: 80, height: 10).frame, named: "jobs-empty")
    }

    @Test("Zooming the detail gives it the whole width")
    func zoom() throws {
        let desk = try desk(.admin)
        desk.perform(.open)
        desk.perform(.paneZoom)
        assertSnapshot(desk.drawJobs(width: 80, height: 19).frame, named: "jobs-zoom")
    }
}
