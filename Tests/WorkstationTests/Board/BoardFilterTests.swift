import Domain
import TestSupport
import Testing

@testable import Workstation

@Suite struct BoardFilterTests {
    private func filter(_ desk: Desk, _ text: String) {
        desk.perform(.filter)
        desk.type(text)
        desk.perform(.textAccept)
    }

    @Test func theCursorGoesToWhatAFilterFound() throws {
        let agency = try Agency()
        try agency.application("Zoé", at: .applied)
        try agency.application("Margot", at: .interview)
        let desk = try agency.desk(at: .applied)
        filter(desk, "margot")
        #expect(desk.workstation.board.current.status == .interview)
        #expect(desk.workstation.board.currentCard?.candidateName == "Margot Lefèvre")
    }

    @Test func aStageThatHasAMatchKeepsTheCursor() throws {
        let agency = try Agency()
        try agency.application("Zoé", at: .applied)
        try agency.application("Zoé", at: .sourced)
        let desk = try agency.desk(at: .applied)
        filter(desk, "zoe")
        #expect(desk.workstation.board.current.status == .applied)
        desk.perform(.moveRight)
        #expect(desk.workstation.board.current.status == .screening, "an empty stage can still be gone to")
        desk.submit(desk.workstation.refresh())
        #expect(desk.workstation.board.current.status == .screening)
    }

    @Test func countsAgreeWithTheirWords() {
        #expect(NumberWords.applications(0, isExact: true, .english) == "0 applications")
        #expect(NumberWords.applications(1, isExact: true, .english) == "1 application")
        #expect(NumberWords.applications(1, isExact: false, .english) == "1+ applications")
        #expect(NumberWords.applications(0, isExact: true, .french) == "0 candidature")
        #expect(NumberWords.applications(1, isExact: true, .french) == "1 candidature")
        #expect(NumberWords.applications(92, isExact: true, .french) == "92 candidatures")
    }
}
