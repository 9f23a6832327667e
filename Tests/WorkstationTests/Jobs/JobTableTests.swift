import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// The screen of jobs on the true engine, for each role.
struct JobTableTests {
    private let office: Office
    private let nurse: String

    init() throws {
        office = try Office()
        nurse = try office.job(
            "Night nurse",
            [
                "openings": 2, "salary_public": false,
                "base_salary": ["min": 4_000_000, "max": 4_500_000, "currency": "EUR", "unit": "YEAR"],
            ])
        office.world.clock.advance(minutes: 1)
        _ = try office.job("Data engineer", publish: false)
        office.world.clock.advance(minutes: 1)
        _ = try office.job("Analyst", ["company_id": .string(office.world.otherCompany.description)])
    }

    private func desk(_ person: World.Person, width: Int = 160, language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .jobs)
        desk.submit(desk.workstation.jobs.fit(width: width, height: 30))
        desk.workstation.jobs.resizeDetail(width: 60, height: 40) { text, _ in [text] }
        return desk
    }

    private func titles(_ desk: Desk) -> [String] {
        let table = desk.workstation.jobs
        return table.list.window.visible.compactMap { table.list[$0]?.title }
    }

    private func lines(_ desk: Desk) -> [PaneLine] { desk.workstation.jobs.detail.pane.content }

    @Test("Staff reads every job with its applicants by stage and what it asks for")
    func staff() throws {
        let candidate = try office.wholeCandidate()
        try office.require("Intensive care", of: nurse, ["importance": "required", "min_level": 3, "min_years": 2.5])
        let application = try office.source(candidate, onto: nurse)
        try office.move(application, to: "applied")
        let desk = try desk(.consultant)
        #expect(titles(desk) == ["Analyst", "Data engineer", "Night nurse"])
        desk.perform(.goBottom)
        let job = try #require(desk.workstation.jobs.current)
        #expect(
            desk.workstation.jobs.cells(job, now: desk.workstation.now) == [
                "Night nurse", "Clinique du Parc", "Lyon, FR", "Open", "1", "0 / 2", "20 Nov",
                "€40,000–45,000 a year",
            ])
        let lines = lines(desk)
        #expect(lines.contains(.fact(label: "Salary", value: "€40,000–45,000 a year, not public")))
        #expect(lines.contains(.fact(label: "Openings", value: "0 of 2 filled")))
        #expect(lines.contains(.heading("Applicants", trailing: "1")))
        #expect(lines.contains(.count(label: "Applied", count: "1", share: 1)))
        #expect(lines.contains(.count(label: "Sourced", count: "0", share: 0)))
        #expect(
            lines.contains(.item(leading: "Required", text: "Intensive care", trailing: "level 3, 2.5 yrs")))
        #expect(lines.contains(.text("Nights at the clinic.")))
    }

    @Test("Enter in the detail goes to the board with the job's applicants, and back again")
    func applicants() throws {
        let desk = try desk(.admin)
        desk.perform(.goBottom)
        desk.perform(.open)
        #expect(desk.workstation.place == .jobs)
        #expect(desk.workstation.contexts == [.detail, .global])
        desk.perform(.open)
        #expect(desk.workstation.place == .pipeline)
        #expect(desk.workstation.board.filter.job?.id.description == nurse)
        desk.perform(.back)
        #expect(desk.workstation.place == .jobs)
    }

    @Test("The filter follows what is typed, views and orders are chosen")
    func narrowing() throws {
        let desk = try desk(.admin)
        desk.perform(.filter)
        desk.type("nurs")
        #expect(titles(desk) == ["Night nurse"])
        desk.type("titre:data")
        #expect(titles(desk) == ["Data engineer"])
        desk.type("wrong:data")
        let mistake = desk.workstation.jobs.problem
        #expect(mistake != nil)
        desk.perform(.cancel)
        let nothing = desk.workstation.jobs.problem
        #expect(nothing == nil)
        #expect(titles(desk).count == 3)
        desk.perform(.views)
        desk.press("d")
        #expect(titles(desk) == ["Data engineer"])
        desk.perform(.cancel)
        desk.perform(.sort)
        desk.press("z")
        #expect(titles(desk) == ["Night nurse", "Data engineer", "Analyst"])
        desk.click(.columnHead(0))
        #expect(titles(desk) == ["Analyst", "Data engineer", "Night nurse"])
    }

    @Test("An employer sees its own jobs in full and others as the public does")
    func employer() throws {
        let desk = try desk(.employer)
        #expect(titles(desk) == ["Analyst", "Data engineer", "Night nurse"])
        let others = try #require(desk.workstation.jobs.current)
        #expect(others.openApplications == nil)
        #expect(!lines(desk).contains { if case .count = $0 { true } else { false } })
        desk.perform(.open)
        desk.perform(.open)
        #expect(desk.workstation.place == .jobs, "there is no board of another company's job")
        desk.perform(.cancel)
        desk.perform(.goBottom)
        #expect(lines(desk).contains { if case .count = $0 { true } else { false } })
        desk.perform(.views)
        desk.press("m")
        #expect(titles(desk) == ["Data engineer", "Night nurse"])
    }

    @Test("A candidate sees open jobs, without the salary that is not public")
    func candidate() throws {
        let desk = try desk(.candidate, language: .french)
        #expect(titles(desk) == ["Analyst", "Night nurse"])
        desk.perform(.goBottom)
        let job = try #require(desk.workstation.jobs.current)
        #expect(job.baseSalary == nil)
        #expect(
            desk.workstation.jobs.cells(job, now: desk.workstation.now) == [
                "Night nurse", "Clinique du Parc", "Lyon, FR", "20 nov.", "", "Temps plein", "Sur site",
            ])
        #expect(lines(desk).contains(.text("Nights.")))
        #expect(!lines(desk).contains(.text("Nights at the clinic.")))
        desk.perform(.views)
        guard case .choice(let choice)? = desk.workstation.layers.last else {
            Issue.record("no views")
            return
        }
        #expect(choice.items.count == 1)
    }

    @Test("Selected jobs are copied, Esc takes the selection back, q goes back")
    func selection() throws {
        let desk = try desk(.admin)
        desk.perform(.selectAll)
        desk.perform(.copy)
        guard case .copy(let text)? = desk.workstation.takeRequests().first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.split(separator: "\n").count == 3)
        desk.perform(.cancel)
        #expect(desk.workstation.jobs.list.selected.isEmpty)
        desk.perform(.close)
        #expect(desk.workstation.place == .pipeline)
    }

    @Test("What is done to one job is refused while several are selected, and done to the one that is selected")
    func selectionIsActedOn() throws {
        let desk = try desk(.admin)
        desk.perform(.selectToggle)
        desk.perform(.selectToggle)
        #expect(desk.workstation.jobs.list.selected.count == 2)
        for action in [ActionName.jobClose, .jobPublish, .jobDuplicate, .recordDelete, .editForm] {
            desk.perform(action)
            #expect(desk.workstation.layers.isEmpty, "\(action)")
            #expect(desk.errors.last?.contains("one at a time") == true, "\(action)")
        }
        #expect(try office.call("jobs.list")["total"]?.integerValue == 3, "nothing was duplicated or deleted")
        desk.perform(.cancel)
        desk.perform(.goTop)
        desk.perform(.selectToggle)
        #expect(desk.workstation.jobs.current?.title == "Data engineer")
        desk.perform(.jobClose)
        #expect(desk.form?.title == "Close “Analyst”")
        desk.perform(.cancel)
        // In the detail it is about the job that is shown.
        desk.perform(.open)
        desk.perform(.jobClose)
        #expect(desk.form?.title == "Close “Data engineer”")
    }

    @Test("The cursor goes to a new job, and to a copy")
    func newJobs() throws {
        let desk = try desk(.admin)
        desk.perform(.goBottom)
        desk.perform(.jobDuplicate)
        let copy = try #require(desk.workstation.jobs.current)
        #expect(copy.status == .draft)
        #expect(copy.id.description != nurse)
        desk.perform(.undo)
        #expect(try office.call("jobs.list")["total"]?.integerValue == 3)
    }
}
