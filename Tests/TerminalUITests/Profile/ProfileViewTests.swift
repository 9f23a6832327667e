import Domain
import JSON
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// The profile pane as text.
struct ProfileViewTests {
    private let office: Office
    private let application: String

    init() throws {
        office = try Office()
        let candidate = try office.wholeCandidate()
        let job = try office.job()
        try office.require("Intensive care", of: job, ["importance": "required", "min_level": 3])
        try office.require("Night shifts", of: job, ["importance": "required", "min_level": 4])
        application = try office.source(candidate, onto: job)
        office.world.clock.advance(days: 9)
        try office.call(
            "applications.notes.add",
            ["application_id": .string(application), "body": "Called her today.", "visibility": "team"],
            as: .consultant)
    }

    private func desk(_ person: World.Person, _ language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.workstation.board.resize(columns: 7, cards: 10, hasRoomForProfile: true)
        desk.perform(.moveLeft)
        return desk
    }

    private func show(_ section: ProfileSection, _ desk: Desk) throws {
        desk.click(.section(try #require(desk.workstation.board.profile.sections.firstIndex(of: section))))
    }

    @Test("The summary beside a wide board, in English and in French")
    func summary() throws {
        assertSnapshot(try desk(.consultant).drawProfile(width: 60, height: 40).frame, named: "profile-summary")
        assertSnapshot(
            try desk(.consultant, .french).drawProfile(width: 60, height: 40).frame, named: "profile-summary-fr")
    }

    @Test("Half of a small terminal, with the keys")
    func narrow() throws {
        let desk = try desk(.consultant)
        desk.perform(.open)
        assertSnapshot(
            desk.drawProfile(width: 40, height: 19, isFocused: true).frame, named: "profile-narrow", styles: true)
    }

    @Test("Every other section")
    func sections() throws {
        let desk = try desk(.consultant)
        for section in ProfileSection.allCases where section != .summary {
            try show(section, desk)
            assertSnapshot(
                desk.drawProfile(width: 60, height: 20, isFocused: true).frame, named: "profile-\(section)")
        }
    }

    @Test("An anonymous profile, and nobody")
    func anonymous() throws {
        let desk = try desk(.employer)
        assertSnapshot(desk.drawProfile(width: 60, height: 24).frame, named: "profile-anonymous")
        desk.perform(.moveRight)
        assertSnapshot(desk.drawProfile(width: 60, height: 24).frame, named: "profile-nobody")
    }

    @Test("A terminal without UTF-8 gets ASCII")
    func ascii() throws {
        let frame = try desk(.consultant).drawProfile(width: 60, height: 40, asciiOnly: true).frame
        let text = frame.snapshot()
        #expect(text.unicodeScalars.allSatisfy { $0.value < 0x80 })
        assertSnapshot(frame, named: "profile-ascii")
    }

    @Test("The names of the sections are pressed with the mouse, and what is out of sight comes into it")
    func mouse() throws {
        let desk = try desk(.consultant)
        let easel = desk.drawProfile(width: 40, height: 19)
        #expect(easel.target(x: 1, y: 6) == .section(0))
        #expect(easel.target(x: 10, y: 6) == .section(1))
        #expect(easel.target(x: 3, y: 12) == .detail)
        try show(.timeline, desk)
        let turned = desk.drawProfile(width: 40, height: 19)
        #expect(turned.frame.text[6].hasSuffix("Timeline"))
        #expect(turned.frame.text[6].hasPrefix("‹"))
    }
}
