import Domain
import Engine
import JSON
import TestSupport
import Testing

@testable import Workstation

/// A workstation that stays open while its person is signed out elsewhere.
@Suite struct SessionEndTests {
    @Test(arguments: Language.allCases)
    func nothingThatWasReadIsShownAnyMore(language: Language) throws {
        let agency = try Agency()
        try agency.application(at: .screening)
        let desk = try agency.desk(.consultant, at: .screening, language: language)
        desk.submit([Workstation.pulse])
        #expect(desk.workstation.board.total == 1)
        desk.perform(.noteAdd)
        try desk.fill("body", "Half a thought")
        let user = desk.workstation.person.userID.description
        try agency.call("users.deactivate", ["user_id": .string(user)])
        desk.submit([Workstation.pulse])
        #expect(desk.workstation.isSessionOver)
        #expect(desk.workstation.board.total == 0)
        #expect(desk.workstation.board.profile.record == nil)
        #expect(desk.choice?.items.count == 1)
        // What was typed is still there, and cannot be sent.
        desk.perform(.cancel)
        #expect(desk.value("body") == "Half a thought")
        desk.perform(.formSubmit)
        #expect(desk.choice != nil)
        desk.perform(.dialogChoose)
        guard case .quit? = desk.workstation.takeRequests().last else {
            Issue.record("the program is not left")
            return
        }
    }

    /// Leaving keeps the state, and must not keep that of a blank workstation.
    @Test func whatThePersonChoseIsKept() throws {
        let agency = try Agency()
        try agency.application(at: .screening)
        let desk = try agency.desk(.consultant, at: .screening)
        var chosen = SavedState()
        chosen.filter = BoardFilter()
        chosen.filter?.text = "zoé"
        chosen.stage = "submitted"
        chosen.place = "jobs"
        chosen.candidateColumns = ["name", "city"]
        chosen.jobColumns = ["title"]
        desk.workstation.restore(chosen)
        desk.submit([Workstation.pulse])
        let before = desk.workstation.savedState
        #expect(before.filter?.text == "zoé" && before.stage == "submitted" && before.jobColumns == ["title"])
        #expect(before.candidateColumns != nil && before.place == "jobs")
        let user = desk.workstation.person.userID.description
        try agency.call("users.deactivate", ["user_id": .string(user)])
        desk.submit([Workstation.pulse])
        #expect(desk.workstation.isSessionOver)
        #expect(desk.workstation.savedState == before)
    }
}
