import Domain
import JSON
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// The screen of candidates as text.
struct CandidatesViewTests {
    private let office: Office

    init() throws {
        office = try Office()
        for number in 1...40 {
            _ = try office.candidate(
                "Person", "Number \(number)",
                ["current_title": .string(number.isMultiple(of: 2) ? "Data engineer" : "Nurse")])
        }
        office.world.clock.advance(days: 2)
        _ = try office.wholeCandidate()
    }

    private func desk(_ person: World.Person, _ language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .candidates)
        return desk
    }

    @Test("The table alone in a small terminal, with the profile over it, and wide")
    func sizes() throws {
        let desk = try desk(.consultant)
        assertSnapshot(desk.drawCandidates(width: 80, height: 19).frame, named: "candidates-80")
        desk.perform(.open)
        assertSnapshot(desk.drawCandidates(width: 80, height: 19).frame, named: "candidates-80-profile")
        assertSnapshot(
            try self.desk(.consultant, .french).drawCandidates(width: 200, height: 54).frame,
            named: "candidates-200-fr")
    }

    @Test("Rows are marked by their selection and the cursor, and reached with the mouse")
    func marks() throws {
        let desk = try desk(.admin)
        _ = desk.drawCandidates(width: 80, height: 12)
        desk.perform(.selectToggle)
        desk.perform(.selectToggle)
        let easel = desk.drawCandidates(width: 80, height: 12)
        assertSnapshot(easel.frame, named: "candidates-selected", styles: true)
        #expect(easel.target(x: 5, y: 2) == .columnHead(0))
        #expect(easel.target(x: 5, y: 4) == .row(1))
        desk.click(.row(4))
        #expect(desk.workstation.candidates.list.position == 5)
        desk.scroll(.row(0), by: 3)
        #expect(desk.workstation.candidates.list.window.offset == 3)
    }

    @Test("A mistake in the search stands under the line in which it is typed")
    func mistake() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("nurse wrong:field")
        assertSnapshot(desk.drawCandidates(width: 80, height: 10).frame, named: "candidates-mistake")
        desk.type("nobody")
        assertSnapshot(desk.drawCandidates(width: 80, height: 10).frame, named: "candidates-no-match")
    }

    @Test("Before anything is read, and where there is nothing")
    func empty() throws {
        let world = try World()
        let desk = try Desk(world, as: .consultant)
        let easel = Easel(desk, width: 80, height: 10)
        CandidatesView.draw(desk.workstation.candidates, on: easel.frame.canvas, in: easel.context)
        assertSnapshot(easel.frame, named: "candidates-reading")
        desk.go(to: .candidates)
        assertSnapshot(desk.drawCandidates(width: 80, height: 10).frame, named: "candidates-empty")
    }

    @Test("An employer sees anonymous profiles marked as such")
    func employer() throws {
        assertSnapshot(
            try desk(.employer, .french).drawCandidates(width: 120, height: 19).frame, named: "candidates-employer-fr")
    }

    @Test("A candidate sees its own profile, or how to begin one")
    func own() throws {
        assertSnapshot(try desk(.candidate).drawCandidates(width: 80, height: 10).frame, named: "candidates-own-none")
        _ = try office.wholeCandidate(as: .candidate)
        let job = try office.job()
        try office.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        assertSnapshot(try desk(.candidate).drawCandidates(width: 80, height: 19).frame, named: "candidates-own")
    }
}
