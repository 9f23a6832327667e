import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// The pane beside the board, for each role, on the true engine.
struct ProfileTests {
    private let office: Office
    private let candidate: String
    private let job: String
    private let application: String

    init() throws {
        office = try Office()
        candidate = try office.wholeCandidate()
        job = try office.job()
        try office.require("Intensive care", of: job, ["importance": "required", "min_level": 3])
        try office.require("Night shifts", of: job, ["importance": "required", "min_level": 4])
        application = try office.source(candidate, onto: job)
        try office.call(
            "applications.notes.add",
            ["application_id": .string(application), "body": "Called her today.", "visibility": "team"],
            as: .consultant)
    }

    /// The board with the cursor on the sourced application.
    private func desk(_ person: World.Person, _ language: Language = .english) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.workstation.board.resize(columns: 7, cards: 10, hasRoomForProfile: true)
        desk.perform(.moveLeft)
        show(desk)
        return desk
    }

    private func show(_ desk: Desk) {
        desk.workstation.board.profile.resize(width: 60, height: 20) { text, _ in
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func rows(_ desk: Desk) -> [PaneLine] {
        show(desk)
        return desk.workstation.board.profile.pane.rows
    }

    private func section(_ section: ProfileSection, _ desk: Desk) throws -> [PaneLine] {
        let index = try #require(desk.workstation.board.profile.sections.firstIndex(of: section))
        desk.click(.section(index))
        return rows(desk)
    }

    @Test("Matching jobs have their score and the reasons, and are read when they are opened")
    func matches() throws {
        let desk = try desk(.consultant)
        let lines = try section(.matches, desk)
        let found = try office.call("candidates.matches", ["candidate_id": .string(candidate)], as: .consultant)
        let score = try #require(found["data"]?[0]?["score"]?.doubleValue)
        #expect(lines.first == .heading("Night nurse", trailing: "match \(Int((score * 100).rounded()))"))
        #expect(lines.contains(.text("Clinique du Parc", .dim)))
        #expect(lines.contains { if case .text(let text, .plain) = $0 { text.contains(": ") } else { false } })
        // An admin and an employer may not ask for them.
        #expect(try !self.desk(.admin).workstation.board.profile.sections.contains(.matches))
        #expect(try !self.desk(.employer).workstation.board.profile.sections.contains(.matches))
    }

    @Test("A consultant reads everything about the candidate and the application")
    func consultant() throws {
        let desk = try desk(.consultant)
        let profile = desk.workstation.board.profile
        #expect(profile.sections == ProfileSection.allCases)
        let header = profile.header(at: desk.workstation.now)
        #expect(header.name == "Zoé 李 👩‍💻")
        #expect(header.tagline == "Senior nurse · Lyon, FR · free in 4 weeks")
        #expect(header.job == "Night nurse, Clinique du Parc")
        #expect(header.stage == "Sourced, 0 days")
        #expect(!header.needsAttention)
        let summary = rows(desk)
        #expect(summary.contains(.fact(label: "E-mail", value: "zoe@example.com")))
        #expect(summary.contains(.fact(label: "Salary", value: "€42,000–48,000 a year")))
        #expect(summary.contains(.heading("Required", trailing: "1 / 2")))
        #expect(summary.contains(.check(isMet: true, name: "Intensive care", detail: "6 yrs")))
        #expect(summary.contains(.check(isMet: false, name: "Night shifts", detail: "level 2 of 4")))
        #expect(summary.contains(.skill(name: "Intensive care", level: 4, detail: "6 yrs")))
        #expect(try section(.experience, desk).first == .heading("Nurse"))
        #expect(try section(.experience, desk).contains(.text("Apr 2019 – today", .dim)))
        #expect(try section(.education, desk).first == .heading("Licence, Nursing"))
        #expect(try section(.curriculumVitae, desk).last == .text("Nurse in Lyon"))
        #expect(try section(.notes, desk).last == .text("Called her today."))
        #expect(try section(.applications, desk).count == 1)
    }

    @Test("The timeline merges moves, notes, interviews and offers, newest first")
    func timeline() throws {
        let world = office.world
        for stage in ["applied", "screening", "submitted", "interview"] {
            world.clock.advance(days: 1)
            try office.move(application, to: stage)
        }
        try office.call(
            "applications.scheduleInterview",
            [
                "application_id": .string(application), "kind": "video", "start_at": "2026-12-01T13:30:00Z",
                "end_at": "2026-12-01T14:15:00Z", "timezone": "Europe/Paris",
            ], as: .admin)
        world.clock.advance(days: 1)
        try office.call(
            "applications.makeOffer",
            [
                "application_id": .string(application), "salary": 4_500_000, "currency": "EUR",
                "start_date": "2027-02-01", "expires_at": "2027-01-15T12:00:00Z",
            ], as: .admin)
        let desk = try Desk(world, as: .consultant)
        desk.workstation.board.resize(columns: 7, cards: 10, hasRoomForProfile: true)
        desk.perform(.moveRight, count: 4)
        let lines = try section(.timeline, desk)
        let texts = lines.compactMap { line -> String? in
            if case .event(let date, let text, _) = line { "\(date): \(text)" } else { nil }
        }
        #expect(
            texts == [
                "1 Dec: Video interview, round 1, 14:30, scheduled", "25 Nov: moved to Offer",
                "25 Nov: offer of €45,000 made", "24 Nov: moved to Interview", "23 Nov: moved to Submitted",
                "22 Nov: moved to Screening", "21 Nov: moved to Applied", "20 Nov: Sourced",
                "20 Nov: note: Called her today.",
            ])
        let meetings = try section(.meetings, desk)
        #expect(meetings.contains(.fact(label: "When", value: "1 Dec 14:30–15:15")))
        #expect(meetings.contains(.heading("Offer 1", trailing: "sent")))
    }

    @Test("An employer sees a sourced candidate as an anonymous profile, and why")
    func anonymous() throws {
        let desk = try desk(.employer)
        let profile = desk.workstation.board.profile
        #expect(profile.sections == [.summary, .applications, .notes, .meetings, .timeline])
        #expect(profile.header(at: desk.workstation.now).name == "Senior nurse")
        #expect(profile.header(at: desk.workstation.now).isAnonymous)
        let text = rows(desk).map { "\($0)" }.joined()
        #expect(text.contains("Anonymous profile"))
        for hidden in ["Zoé", "zoe@example.com", "06 12", "Fifteen years", "Lyon, FR", "69003"] {
            #expect(!text.contains(hidden))
        }
        desk.perform(.open)
        desk.perform(.copy)
        #expect(desk.workstation.requests.isEmpty)
    }

    @Test("An employer sees a submitted candidate in full, without notes of the team")
    func submitted() throws {
        try office.call(
            "applications.notes.add",
            ["application_id": .string(application), "body": "Only us.", "visibility": "admin_only"], as: .admin)
        for stage in ["applied", "screening", "submitted"] { try office.move(application, to: stage) }
        let desk = try Desk(office.world, as: .employer)
        desk.workstation.board.resize(columns: 7, cards: 10, hasRoomForProfile: true)
        desk.perform(.moveRight, count: 2)
        #expect(desk.workstation.board.profile.header(at: desk.workstation.now).name == "Zoé 李 👩‍💻")
        let notes = try section(.notes, desk)
        #expect(notes.contains(.text("Called her today.")))
        #expect(!notes.contains(.text("Only us.")))
    }

    @Test("What was read ahead before a change is not shown after it")
    func readAheadOfAChange() throws {
        for name in ["Weber", "Byron"] {
            try office.source(try office.candidate("Jonas", name), onto: job)
        }
        let desk = try desk(.admin)
        var board = desk.workstation.board
        board.columns[0].list.move(by: 2)
        let subject = Profile.Subject(try #require(board.currentCard))
        let late = desk.workstation.board.profile.anticipate([subject])
        #expect(late.count == 1)
        desk.workstation.board.profile.reload()
        desk.submit(late)
        #expect(desk.workstation.board.profile.follow(subject).count == 1, "it is read again")
    }

    @Test("A reading for somebody else does not end up in the pane, and what was read is kept")
    func followingTheCursor() throws {
        for name in ["Weber", "Byron"] {
            try office.source(try office.candidate("Jonas", name), onto: job)
        }
        let desk = try desk(.admin)
        var board = desk.workstation.board
        let first = try #require(board.currentCard)
        // The one beside the cursor is read ahead; this one is not.
        board.columns[0].list.move(by: 2)
        let second = try #require(board.currentCard)
        #expect(first.id != second.id)
        // The second is asked for before the first has answered.
        let profile = Profile.Subject(second)
        let works = desk.workstation.board.profile.follow(profile)
        #expect(works.count == 1)
        #expect(desk.workstation.board.profile.header(at: desk.workstation.now).name == second.candidateName)
        #expect(desk.workstation.board.profile.isLoading)
        #expect(desk.workstation.board.profile.follow(Profile.Subject(first)).isEmpty, "it is kept")
        #expect(!desk.workstation.board.profile.isLoading)
        desk.submit(works)
        #expect(desk.workstation.board.profile.record?.application?.id == first.id)
        #expect(desk.workstation.board.profile.follow(profile).isEmpty)
        #expect(desk.workstation.board.profile.record?.application?.id == second.id)
        desk.workstation.board.profile.reload()
        #expect(desk.workstation.board.profile.follow(profile).count == 1, "after a change everything is read again")
        #expect(desk.workstation.board.profile.record?.application?.id == second.id, "and shown until then")
    }

    @Test("What another process writes comes into the pane by itself")
    func liveRefresh() throws {
        let desk = try desk(.consultant)
        desk.submit([Workstation.pulse])
        #expect(try section(.notes, desk).count == 3)
        try office.call(
            "applications.notes.add",
            ["application_id": .string(application), "body": "She called back.", "visibility": "team"], as: .admin)
        desk.submit([Workstation.pulse])
        #expect(rows(desk).contains(.text("She called back.")))
    }

    @Test("A candidate who is gone is told about")
    func gone() throws {
        let desk = try desk(.admin)
        try office.call(
            "applications.changeStatus",
            [
                "application_id": .string(application), "status": "rejected", "reason_id": .string(try reason()),
            ])
        try office.call("candidates.delete", ["candidate_id": .string(candidate)])
        desk.workstation.board.profile.reload()
        let card = try #require(desk.workstation.board.currentCard)
        desk.submit(desk.workstation.board.profile.follow(Profile.Subject(card)))
        #expect(rows(desk) == [.text("No such candidate.", .attention)])
    }

    private func reason() throws -> String {
        let reasons = try office.call("reasons.list")
        return try #require(reasons["data"]?.arrayValue?.first?["id"]?.stringValue)
    }

    @Test("Sections turn around, and the pane scrolls inside its lines")
    func moving() throws {
        let desk = try desk(.consultant)
        desk.perform(.open)
        #expect(desk.workstation.contexts == [.detail, .global])
        desk.perform(.sectionPrevious)
        #expect(desk.workstation.board.profile.shownSection == .timeline)
        desk.perform(.sectionNext)
        #expect(desk.workstation.board.profile.shownSection == .summary)
        desk.workstation.board.profile.resize(width: 60, height: 5) { text, _ in [text] }
        desk.perform(.goBottom)
        let window = desk.workstation.board.profile.pane.window
        #expect(window.visible.upperBound == window.count)
        desk.perform(.moveDown, count: 50)
        desk.perform(.moveUp)
        #expect(desk.workstation.board.profile.pane.window.below == 1)
        desk.perform(.goTop)
        #expect(desk.workstation.board.profile.pane.window.offset == 0)
    }

    @Test("Contacts are copied, the file of the CV is opened and saved under a harmless name")
    func handing() throws {
        let desk = try desk(.consultant, .french)
        desk.perform(.open)
        desk.perform(.copy)
        guard case .copy(let text)? = desk.workstation.takeRequests().first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text == "Zoé 李 👩‍💻\nzoe@example.com\n06 12 34 56 78")
        desk.perform(.fileOpen)
        guard case .open(let contents, let filename)? = desk.workstation.takeRequests().first else {
            Issue.record("nothing was opened")
            return
        }
        #expect(filename == "cv zoé.txt")
        #expect(String(decoding: contents, as: UTF8.self) == "Zoé\nNurse in Lyon")
        desk.perform(.fileSave)
        desk.type("/tmp/somewhere.txt")
        desk.perform(.formSubmit)
        guard case .save(_, let path)? = desk.workstation.takeRequests().first else {
            Issue.record("nothing was saved")
            return
        }
        #expect(path == "/tmp/somewhere.txt")
        #expect(desk.workstation.layers.isEmpty)
    }
}
