import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// The screen of candidates on the true engine, for each role.
struct CandidateTableTests {
    private let office: Office

    init() throws {
        office = try Office()
        for (first, last, title) in [
            ("Zoé", "Lefèvre", "Senior nurse"), ("Jonas", "Weber", "Nurse"), ("Ada", "Byron", "Data engineer"),
        ] {
            _ = try office.candidate(
                first, last,
                [
                    "current_title": .string(title), "emails": [["value": .string("\(last)@example.com")]],
                    "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"],
                ])
            office.world.clock.advance(minutes: 1)
        }
    }

    private func desk(
        _ person: World.Person, width: Int = 160, height: Int = 30, language: Language = .english
    ) throws -> Desk {
        let desk = try Desk(office.world, as: person, language: language)
        desk.go(to: .candidates)
        desk.submit(desk.workstation.candidates.fit(width: width, height: height))
        return desk
    }

    private func names(_ desk: Desk) -> [String] {
        let table = desk.workstation.candidates
        return table.list.window.visible.compactMap { table.list[$0]?.displayName(.english) }
    }

    @Test("Staff reads everybody, the newest first, with the profile beside the table")
    func staff() throws {
        let desk = try desk(.consultant)
        #expect(names(desk) == ["Ada Byron", "Jonas Weber", "Zoé Lefèvre"])
        #expect(desk.workstation.candidates.list.position == 1)
        #expect(desk.workstation.contexts == [.table, .global])
        #expect(desk.workstation.candidates.profile.record?.candidate.lastName == "Byron")
        desk.perform(.moveDown)
        #expect(desk.workstation.candidates.profile.record?.candidate.lastName == "Weber")
        let cells = desk.workstation.candidates.cells(
            try #require(desk.workstation.candidates.current), now: desk.workstation.now)
        #expect(cells == ["Jonas Weber", "Nurse", "", "", "", "", "Active", "20 Nov"])
    }

    @Test("A narrow screen shows the profile only when it is asked for, and reads it then")
    func narrow() throws {
        let desk = try desk(.admin, width: 80, height: 20)
        #expect(desk.workstation.candidates.panes.detailWidth == 0)
        #expect(desk.workstation.candidates.profile.subject == nil)
        desk.perform(.open)
        #expect(desk.workstation.contexts == [.detail, .global])
        #expect(desk.workstation.candidates.panes.detailWidth == 40)
        #expect(desk.workstation.candidates.profile.record != nil)
        desk.perform(.cancel)
        #expect(desk.workstation.candidates.panes.detailWidth == 0)
        desk.perform(.profileToggle)
        #expect(desk.workstation.candidates.focus == .list)
        #expect(desk.workstation.candidates.panes.listWidth == 38)
        desk.perform(.paneNext)
        desk.perform(.paneZoom)
        #expect(desk.workstation.candidates.panes.detailWidth == 80)
    }

    @Test("The filter follows what is typed, and Esc takes it back")
    func filter() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("nur")
        #expect(names(desk) == ["Jonas Weber", "Zoé Lefèvre"])
        desk.type("nurse title:senior")
        #expect(names(desk) == ["Zoé Lefèvre"])
        desk.type("lefevre")
        #expect(names(desk) == ["Zoé Lefèvre"])
        desk.type("nobody")
        #expect(desk.workstation.candidates.list.isEmpty)
        #expect(desk.workstation.candidates.profile.subject == nil)
        desk.perform(.cancel)
        #expect(desk.workstation.layers.isEmpty)
        #expect(names(desk).count == 3)
        desk.perform(.filter)
        desk.type("weber")
        desk.perform(.textAccept)
        #expect(names(desk) == ["Jonas Weber"])
        desk.perform(.cancel)
        #expect(names(desk).count == 3)
    }

    @Test("A mistake in the search is told while typing, and is gone with the next letter")
    func mistake() throws {
        let desk = try desk(.consultant)
        desk.perform(.filter)
        desk.type("nurse")
        let before = names(desk)
        #expect(!before.isEmpty)
        desk.type("nurse wrong:field")
        let problem = try #require(desk.workstation.candidates.problem)
        #expect(problem.sentence(in: .english).contains("character 7"))
        #expect(desk.workstation.toasts.isEmpty)
        #expect(names(desk) == before, "what was there stays until the mistake is gone")
        desk.type("nurse title:senior")
        let gone = desk.workstation.candidates.problem
        #expect(gone == nil)
        #expect(names(desk) == ["Zoé Lefèvre"])
        desk.type("nurse (sen")
        #expect(names(desk) == ["Zoé Lefèvre"], "what is not finished is forgiven")
        desk.type("somebody else")
        let nothing = desk.workstation.candidates.problem
        #expect(nothing == nil, "nothing found is no mistake")
        #expect(desk.workstation.candidates.list.isEmpty)
    }

    @Test("Orders and views are chosen by a letter")
    func choices() throws {
        let desk = try desk(.admin)
        desk.perform(.sort)
        desk.press("a")
        #expect(names(desk).sorted() == ["Ada Byron", "Jonas Weber", "Zoé Lefèvre"])
        let ordered = names(desk)
        desk.perform(.sort)
        desk.press("z")
        #expect(names(desk) == ordered.reversed())
        #expect(desk.workstation.candidates.filter.sortBy == .name)
        desk.perform(.goBottom)
        desk.perform(.views)
        desk.press("d")
        #expect(desk.workstation.candidates.filter.status == .placed)
        #expect(desk.workstation.candidates.list.isEmpty)
        desk.perform(.cancel)
        #expect(names(desk).count == 3)
        #expect(desk.workstation.candidates.filter.sortBy == .name, "the order is no filter")
        desk.click(.columnHead(7))
        #expect(desk.workstation.candidates.filter.sortBy == .createdAt)
        #expect(names(desk).first == "Ada Byron")
        desk.click(.columnHead(7))
        #expect(names(desk).first == "Zoé Lefèvre")
    }

    @Test("Columns are shown and hidden one after the other; the name stays")
    func columns() throws {
        let desk = try desk(.admin)
        desk.perform(.columns)
        desk.perform(.moveDown, count: 3)
        desk.perform(.dialogChoose)
        #expect(!desk.workstation.candidates.columns.contains(.skills))
        #expect(!desk.workstation.layers.isEmpty, "the list stays for the next")
        var next = Workstation(person: desk.workstation.person, now: desk.workstation.now)
        next.restore(SavedState(text: desk.workstation.savedState.text))
        let kept = next.candidates.columns
        #expect(kept == desk.workstation.candidates.columns, "the next run has the same")
        next.restore(SavedState(text: #"{"views": [], "candidate_columns": ["nothing"]}"#))
        #expect(next.candidates.columns == kept, "a name that means nothing changes nothing")
        desk.perform(.dialogChoose)
        #expect(desk.workstation.candidates.columns == CandidateColumn.standard)
        desk.perform(.cancel)
        #expect(desk.workstation.layers.isEmpty)
    }

    @Test("Selected candidates are copied, those out of memory too")
    func selection() throws {
        let desk = try desk(.admin)
        desk.perform(.selectToggle)
        desk.perform(.selectToggle)
        #expect(desk.workstation.candidates.list.selected.count == 2)
        desk.perform(.copy)
        guard case .copy(let text)? = desk.workstation.takeRequests().first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text == "Ada Byron\tData engineer\tByron@example.com\nJonas Weber\tNurse\tWeber@example.com")
        desk.perform(.cancel)
        #expect(desk.workstation.candidates.list.selected.isEmpty)
        desk.perform(.selectAll)
        #expect(desk.workstation.candidates.list.selected.count == 3)
        #expect(desk.workstation.candidates.chosen.count == 3)
    }

    @Test("Card actions are about the application that the profile shows")
    func subjects() throws {
        let desk = try desk(.consultant)
        #expect(desk.workstation.subjects.isEmpty)
        let ada = try #require(desk.workstation.candidates.current?.id.description)
        let first = try office.source(ada, onto: office.job("Data engineer"))
        office.world.clock.advance(minutes: 1)
        let second = try office.source(ada, onto: office.job("Analyst"))
        desk.submit(desk.workstation.refresh())
        #expect(desk.workstation.subjects.map(\.id.description) == [second])
        let sections = desk.workstation.candidates.profile.sections
        desk.click(.section(try #require(sections.firstIndex(of: .applications))))
        desk.perform(.moveDown)
        #expect(desk.workstation.subjects.map(\.id.description) == [first])
        #expect(desk.workstation.candidates.profile.header(at: desk.workstation.now).job.hasPrefix("Data engineer"))
        desk.perform(.cardNextStage)
        #expect(desk.workstation.subjects.first?.status == .applied)
        #expect(desk.workstation.subjects.map(\.id.description) == [first])
        desk.perform(.undo)
        #expect(desk.workstation.subjects.first?.status == .sourced)
    }

    @Test("An employer finds anonymous profiles and may not order them by name")
    func employer() throws {
        let desk = try desk(.employer)
        #expect(names(desk) == ["Data engineer", "Nurse", "Senior nurse"])
        let cells = desk.workstation.candidates.cells(
            try #require(desk.workstation.candidates.current), now: desk.workstation.now)
        #expect(cells.contains("anonymous"))
        desk.perform(.sort)
        desk.press("a")
        #expect(desk.workstation.candidates.filter.sortBy == .createdAt)
        #expect(desk.workstation.toasts.contains { $0.text.contains("names are hidden") })
        desk.click(.columnHead(0))
        let refusal = desk.workstation.candidates.problem
        #expect(refusal == nil)
        desk.perform(.filter)
        desk.type("lefevre")
        #expect(desk.workstation.candidates.list.isEmpty, "a hidden name is not found")
    }

    @Test("A candidate has its own profile in the place of the table")
    func own() throws {
        let empty = try desk(.candidate)
        #expect(empty.workstation.candidates.isOwnProfile)
        #expect(empty.workstation.candidates.profile.subject == nil)
        _ = try office.wholeCandidate(as: .candidate)
        let job = try office.job()
        try office.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        let desk = try desk(.candidate, language: .french)
        #expect(desk.workstation.contexts == [.detail, .global])
        let profile = desk.workstation.candidates.profile
        #expect(
            profile.sections == [
                .summary, .experience, .education, .curriculumVitae, .applications, .matches, .meetings, .timeline,
            ])
        let header = profile.header(at: desk.workstation.now)
        #expect(header.name == "Zoé 李 👩‍💻")
        #expect(header.stage == "Reçue, 0 jour")
        #expect(header.source.isEmpty)
        desk.perform(.sectionPrevious)
        desk.workstation.candidates.profile.resize(width: 60, height: 10) { text, _ in [text] }
        #expect(
            desk.workstation.candidates.profile.pane.rows == [.event(date: "20 nov.", text: "Reçue", by: "")])
        desk.perform(.copy)
        desk.perform(.close)
        let requests = desk.workstation.takeRequests()
        #expect(requests.contains { if case .copy = $0 { true } else { false } })
        #expect(requests.contains { if case .quit = $0 { true } else { false } }, "there is no place to go back to")
    }

    @Test("A long list is gone through by pages, from both ends")
    func long() throws {
        for number in 0..<130 { _ = try office.candidate("Person", "Number \(number)") }
        let desk = try desk(.admin, height: 13)
        desk.perform(.pageDown, count: 12)
        #expect(desk.workstation.candidates.current?.lastName != nil)
        desk.perform(.goBottom)
        #expect(desk.workstation.candidates.current?.lastName == "Lefèvre")
        #expect(desk.workstation.candidates.list.position == 133)
        desk.perform(.moveUp)
        #expect(desk.workstation.candidates.current?.lastName == "Weber")
        desk.perform(.goTop)
        #expect(desk.workstation.candidates.list.position == 1)
    }

    @Test("While others are selected, nothing is done to the candidate with the cursor", arguments: Language.allCases)
    func selectionIsActedOn(language: Language) throws {
        let job = try office.job()
        for candidate in try office.call("candidates.list")["data"]?.arrayValue ?? [] {
            try office.source(try #require(candidate["id"]?.stringValue), onto: job)
        }
        let desk = try desk(.admin, language: language)
        desk.perform(.selectToggle)
        desk.perform(.selectToggle)
        #expect(desk.workstation.subjects.isEmpty)
        let actions: [ActionName] = [
            .noteAdd, .cardReject, .cardNextStage, .interviewSchedule, .editForm, .recordDelete, .skillsEdit,
            .fileAttach, .fileSave, .fileOpen,
        ]
        for action in actions {
            desk.perform(action)
            #expect(desk.workstation.layers.isEmpty, "\(action)")
            #expect(desk.errors.last != nil, "\(action)")
            #expect(desk.errors.allSatisfy { !$0.contains("no application") }, "\(action)")
        }
        desk.perform(.applicationSource)
        #expect(desk.form?.id == "source")
    }

    @Test("One that is selected is edited wherever the cursor is")
    func selectedOne() throws {
        let desk = try desk(.admin)
        desk.perform(.selectToggle)
        #expect(desk.workstation.candidates.current?.lastName == "Weber")
        desk.perform(.editForm)
        #expect(desk.form?.title == "Edit Ada Byron")
    }

    @Test("The cursor goes to a new candidate, so that the next key is about it")
    func newCandidate() throws {
        let desk = try desk(.admin)
        desk.perform(.goBottom)
        desk.perform(.recordAdd)
        try desk.fill("first_name", "Omar")
        try desk.fill("last_name", "Haddad")
        desk.perform(.formSubmit)
        #expect(desk.workstation.candidates.current?.lastName == "Haddad")
        desk.perform(.editForm)
        #expect(desk.form?.title == "Edit Omar Haddad")
    }

    @Test("A new candidate that the filter hides is said to be out of sight")
    func newCandidateOutOfSight() throws {
        let desk = try desk(.admin)
        desk.perform(.filter)
        desk.type("nurse")
        desk.perform(.textAccept)
        desk.perform(.recordAdd)
        try desk.fill("first_name", "Omar")
        try desk.fill("last_name", "Haddad")
        desk.perform(.formSubmit)
        #expect(desk.toasts.contains { $0.contains("Omar Haddad is not in sight") })
    }

    @Test("A candidate does not miss an offer because another application is shown", arguments: Language.allCases)
    func offersOfOtherApplications(language: Language) throws {
        let own = try office.wholeCandidate(as: .candidate)
        let nurse = try office.job("Night nurse")
        let first = try office.source(own, onto: nurse)
        for stage in ["applied", "screening", "interview"] { try office.move(first, to: stage) }
        try office.call(
            "applications.makeOffer",
            [
                "application_id": .string(first), "salary": 4_500_000, "currency": "EUR", "start_date": "2027-02-01",
                "expires_at": "2027-01-15T12:00:00Z",
            ])
        office.world.clock.advance(minutes: 5)
        let second = try office.source(own, onto: try office.job("Data engineer"))
        try office.move(second, to: "applied")
        let desk = try Desk(office.world, as: .candidate, language: language)
        desk.workstation.candidates.profile.resize(width: 60, height: 40) { text, _ in [text] }
        let shown = desk.workstation.candidates.profile.record?.application?.jobTitle
        #expect(shown == "Data engineer")
        let index = try #require(desk.workstation.candidates.profile.sections.firstIndex(of: .meetings))
        desk.click(.section(index))
        let lines = desk.workstation.candidates.profile.pane.content
        let headings = lines.compactMap { if case .heading(let text, _) = $0 { text } else { nil } }
        #expect(headings == [language == .english ? "Offer 1" : "Offre 1"])
        #expect(lines.contains(.text("Night nurse")))
        #expect(lines.contains { if case .text(let text, _) = $0 { text.contains("Data engineer") } else { false } })
    }
}
