import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// An action touches what is selected and nothing else, and nothing is selected that nobody sees.
@Suite struct BoardSelectionTests {
    /// More cards than a page of the board holds.
    @Test(arguments: [World.Person.consultant, .admin, .superadmin, .employer])
    func afterABulkMoveNothingIsSelected(person: World.Person) throws {
        let agency = try Agency()
        let ids = try agency.many(60, at: .applied)
        let other = try agency.application("Marine", at: .submitted)
        let desk = try agency.desk(person, at: .applied)
        desk.perform(.selectAll)
        #expect(desk.workstation.board.selectedCount == 60)
        desk.perform(.cardNextStage)
        #expect(try agency.statuses(ids) == ["screening"])
        #expect(desk.workstation.board.selectedCount == 0)
        #expect(desk.workstation.board.remembered.isEmpty)
        desk.perform(.moveRight, count: 2)
        desk.perform(.cardReject)
        #expect(desk.form?.title == "Reject Marine Lefèvre")
        try desk.chooseReason()
        desk.perform(.formSubmit)
        #expect(try agency.status(other) == "rejected")
        #expect(try agency.statuses(ids) == ["screening"])
        // What was done is taken back, the last first, and only that.
        desk.perform(.undo)
        #expect(try agency.status(other) == "submitted")
        #expect(try agency.statuses(ids) == ["screening"])
        desk.perform(.undo)
        #expect(try agency.statuses(ids) == ["applied"])
        #expect(desk.workstation.board.selectedCount == 0)
        desk.perform(.redo)
        #expect(try agency.statuses(ids) == ["screening"])
    }

    @Test func aMoveTakenBackAfterAnotherWasTakenBackIsWhole() throws {
        let agency = try Agency()
        let ids = try agency.many(3, at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.selectAll)
        desk.perform(.cardNextStage)
        desk.perform(.moveRight)
        desk.perform(.selectAll)
        desk.perform(.cardReject)
        try desk.chooseReason()
        desk.perform(.formSubmit)
        #expect(try agency.statuses(ids) == ["rejected"])
        desk.perform(.undo)
        #expect(try agency.statuses(ids) == ["screening"])
        desk.perform(.undo)
        #expect(try agency.statuses(ids) == ["applied"])
        #expect(desk.errors.isEmpty)
    }

    @Test func aRangeEndsWithTheMove() throws {
        let agency = try Agency()
        try agency.many(3, at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.selectRange)
        desk.perform(.cardNextStage)
        desk.perform(.undo)
        desk.perform(.moveDown)
        #expect(desk.workstation.board.selectedCount == 0)
        #expect(desk.workstation.board.columns.allSatisfy { !$0.list.isSelectingRange })
    }

    @Test func aSelectionOutOfMemoryIsActedOnAsAWhole() throws {
        let agency = try Agency()
        let ids = try agency.many(60, at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.workstation.board.resize(columns: 7, cards: 5, hasRoomForProfile: false)
        desk.perform(.selectRange)
        desk.perform(.moveDown, count: 59)
        #expect(desk.workstation.board.selectedCount == 60)
        desk.perform(.goTop)
        desk.submit(desk.workstation.refresh())
        #expect(desk.workstation.board.selectedCount == 60, "they are there, further down than what was read")
        #expect(desk.workstation.subjects.count == 60)
        desk.perform(.cardNextStage)
        #expect(try agency.statuses(ids) == ["screening"])
    }

    // MARK: What somebody else does in the meantime

    @Test(arguments: [World.Person.consultant, .employer])
    func aCardThatSomebodyElseMovedIsRefusedAndReported(person: World.Person) throws {
        let agency = try Agency()
        let ids = try ["Zoé", "Omar"].map { try agency.application($0, at: .submitted) }
        let desk = try agency.desk(person, at: .submitted)
        desk.perform(.selectAll)
        desk.perform(.cardReject)
        try agency.move(ids[0], to: .interview)
        try desk.chooseReason()
        desk.perform(.formSubmit)
        #expect(try agency.status(ids[0]) == "interview")
        #expect(try agency.status(ids[1]) == "rejected")
        #expect(desk.page?.title == "1 moved, 1 refused")
        #expect(desk.page?.rows.count == 1)
        desk.perform(.cancel)
        #expect(desk.workstation.board.selectedCount == 0, "it is not where it was selected")
        desk.perform(.undo)
        #expect(try agency.status(ids[0]) == "interview")
        #expect(try agency.status(ids[1]) == "submitted")
    }

    @Test func cardsOfSeveralStagesAreMovedEachFromItsOwn() throws {
        let agency = try Agency()
        let first = try agency.application("Zoé", at: .screening)
        let second = try agency.application("Omar", at: .submitted)
        let desk = try agency.desk(at: .screening)
        desk.perform(.selectToggle)
        desk.perform(.moveRight)
        desk.perform(.selectToggle)
        // They are in two stages, so there is no next one.
        desk.perform(.cardNextStage)
        #expect(desk.errors.last?.contains("several stages") == true)
        #expect(try agency.statuses([first, second]) == ["screening", "submitted"])
        desk.perform(.cardMoveTo, arguments: ["stage": "interview"])
        #expect(try agency.statuses([first, second]) == ["interview"])
        desk.perform(.undo)
        #expect(try agency.status(first) == "screening")
        #expect(try agency.status(second) == "submitted")
    }

    @Test(arguments: Language.allCases)
    func aSelectedCardThatLeftIsNotSelectedAnyMore(language: Language) throws {
        let agency = try Agency()
        let id = try agency.application("Zoé", at: .screening)
        try agency.application("Omar", at: .screening)
        let desk = try agency.desk(at: .screening, language: language)
        if desk.workstation.board.currentCard?.candidateName != "Zoé Lefèvre" { desk.perform(.moveDown) }
        desk.perform(.selectToggle)
        #expect(desk.workstation.subjects.map(\.name) == ["Zoé Lefèvre"])
        try agency.move(id, to: .submitted)
        desk.submit(desk.workstation.refresh())
        #expect(desk.workstation.board.selectedCount == 0)
        #expect(desk.toasts.contains { $0.hasPrefix("Zoé Lefèvre") })
        desk.perform(.noteAdd)
        #expect(desk.form?.title.contains("Omar") == true)
    }

    @Test func amongManyOnlyThoseThatLeftAreDropped() throws {
        let agency = try Agency()
        let ids = try agency.many(60, at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.workstation.board.resize(columns: 7, cards: 5, hasRoomForProfile: false)
        desk.perform(.selectAll)
        try agency.move(ids[0], to: .screening)
        try agency.move(ids[59], to: .screening)
        desk.submit(desk.workstation.refresh())
        #expect(desk.workstation.board.selectedCount == 58)
        #expect(desk.workstation.subjects.count == 58)
    }

    @Test func oneAtATimeIsSaid() throws {
        let agency = try Agency()
        try agency.many(2, at: .applied)
        let desk = try agency.desk(.admin, at: .applied)
        desk.perform(.selectAll)
        for action in [ActionName.cardHold, .editForm, .skillsEdit, .fileAttach, .interviewChange, .offerRespond] {
            desk.perform(action)
            #expect(desk.form == nil, "\(action)")
            #expect(desk.errors.last?.contains("one at a time") == true, "\(action)")
        }
    }

    @Test func whatIsRefusedAmongManyIsNamed() throws {
        let agency = try Agency()
        let ids = try agency.many(2, at: .applied)
        let desk = try agency.desk(at: .applied)
        desk.perform(.selectAll)
        desk.perform(.cardNextStage)
        // Somebody builds on one of them.
        try agency.move(ids[0], to: .interview)
        desk.perform(.undo)
        #expect(try agency.status(ids[0]) == "interview")
        #expect(try agency.status(ids[1]) == "applied")
        #expect(desk.page?.title == "1 taken back, 1 refused")
        #expect(desk.page?.rows.count == 1)
    }
}
