import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// Who goes with a job and how it is doing: read when their section is opened, and not before.
struct JobSectionTests {
    private let office: Office
    private let job: String
    private let candidate: String

    init() throws {
        office = try Office()
        job = try office.job()
        candidate = try office.wholeCandidate()
        try office.require("Intensive care", of: job, ["importance": "required"])
        try office.call("skills.create", ["name": "Welding"])
        try office.require("Welding", of: job, ["importance": "required"])
    }

    private func desk(_ person: World.Person, _ language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .jobs)
        desk.submit(desk.workstation.jobs.fit(width: 160, height: 30))
        desk.perform(.open)
        return desk
    }

    private func open(_ section: JobSection, _ desk: Desk) throws -> [PaneLine] {
        let index = try #require(desk.workstation.jobs.detail.sections.firstIndex(of: section))
        desk.click(.section(index))
        #expect(desk.workstation.jobs.detail.shownSection == section)
        return desk.workstation.jobs.detail.pane.content
    }

    @Test(arguments: [
        (World.Person.candidate, [JobSection.summary]), (.employer, [.summary, .candidates, .analytics]),
        (.consultant, [.summary, .candidates]), (.admin, [.summary, .candidates, .analytics]),
        (.superadmin, [.summary, .candidates, .analytics]),
    ])
    func eachRoleHasWhatItMayRead(person: World.Person, sections: [JobSection]) throws {
        #expect(try desk(person).workstation.jobs.detail.sections == sections)
    }

    @Test func candidatesWithTheirScoreAndWhy() throws {
        let desk = try desk(.consultant)
        let lines = try open(.candidates, desk)
        guard case .heading(let name, let score)? = lines.first else {
            Issue.record("no heading: \(lines)")
            return
        }
        #expect(name == "Zoé 李 👩‍💻")
        let match = try office.call("jobs.candidates", ["job_id": .string(job)], as: .consultant)
        let expected = try #require(match["data"]?[0]?["score"]?.doubleValue)
        #expect(score == "match \(Int((expected * 100).rounded()))")
        #expect(lines.contains(.text("Senior nurse", .dim)))
        #expect(lines.contains { if case .text(let text, .plain) = $0 { text.contains(": ") } else { false } })
        #expect(lines.contains { if case .text(let text, .attention) = $0 { text.contains("Welding") } else { false } })
    }

    @Test func anEmployerSeesNobodysName() throws {
        let lines = try open(.candidates, try desk(.employer, .french))
        #expect(!lines.isEmpty)
        #expect(!"\(lines)".contains("Zoé"))
    }

    @Test func figures() throws {
        let application = try office.source(candidate, onto: job)
        try office.move(application, to: "applied")
        let lines = try open(.analytics, try desk(.admin))
        #expect(lines.contains(.fact(label: "Open", value: "1 of 1 applications")))
        #expect(lines.contains(.fact(label: "Time to fill", value: "nothing yet")))
        #expect(lines.contains(.count(label: "Applied", count: "1", share: 1)))
        let french = try open(.analytics, try desk(.admin, .french))
        #expect(french.contains(.fact(label: "En cours", value: "1 candidature sur 1")))
    }

    @Test func nothingIsReadBeforeTheSectionIsOpen() throws {
        let desk = try Desk(office.world, as: .admin)
        var works = desk.workstation.go(to: .jobs)
        desk.submit(works)
        works = desk.workstation.jobs.fit(width: 160, height: 30)
        #expect(!works.contains { if case .aside = $0.lane { true } else { false } })
        desk.submit(works)
        works = desk.workstation.perform(Invocation(.open))
        works += desk.workstation.perform(Invocation(.sectionNext))
        // Beside the readings that a frame waits for.
        #expect(works.contains { if case .aside = $0.lane { true } else { false } })
        #expect(desk.workstation.jobs.detail.pane.content == [.text("Comparing the candidates …", .dim)])
        // Asked for once, however often the person looks.
        works =
            desk.workstation.perform(Invocation(.sectionNext)) + desk.workstation.perform(Invocation(.sectionPrevious))
        #expect(!works.contains { $0.lane == .aside(Work.Slot("job.candidates")) })
    }

    @Test func sectionsGoAround() throws {
        let desk = try desk(.admin)
        desk.perform(.sectionPrevious)
        #expect(desk.workstation.jobs.detail.shownSection == .analytics)
        desk.perform(.sectionNext)
        #expect(desk.workstation.jobs.detail.shownSection == .summary)
    }
}
