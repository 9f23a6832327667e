import Domain
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// A digit is a screen and may be a count: the screen is there at once all the same.
@Suite struct ScreenKeyTests {
    private func bench() throws -> Bench {
        try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
    }

    @Test func theScreenIsThereAtOnce() throws {
        let bench = try bench()
        bench.press("2")
        #expect(bench.workstation.place == .candidates)
        #expect(bench.text.contains("Haddad"))
        // The footer is that of the new screen, not what is being typed.
        let footer = try #require(bench.screen.frame.text.last)
        #expect(!footer.contains("…"), "\(footer)")
        // Nor does it change when the digit is decided.
        bench.workbench.step()
        #expect(bench.screen.frame.text.last == footer)
        #expect(bench.workstation.place == .candidates)
    }

    @Test func aKeyThatCountsGoesBackAndIsCounted() throws {
        let bench = try bench()
        bench.press("2 l")
        #expect(bench.workstation.place == .pipeline)
        #expect(bench.workstation.board.current.status == .submitted)
        bench.press("h h 1 L")
        #expect(bench.workstation.place == .pipeline)
        #expect(bench.workstation.board.columns[2].list[0]?.candidateName == "Omar Haddad")
        // Nobody was on the other screen, so there is nowhere to go back to.
        bench.press("Ctrl-o")
        #expect(bench.workstation.place == .pipeline)
    }

    @Test func countsOfTwoDigits() throws {
        let bench = try bench()
        bench.press("1 2")
        #expect(bench.workstation.place == .pipeline)
        bench.press("l")
        #expect(bench.workstation.board.stages.cursor == bench.workstation.board.columns.count - 1)
    }

    @Test func afterAWhileTheDigitWasAScreen() throws {
        let bench = try bench()
        bench.press("2")
        bench.workbench.step()
        bench.press("j")
        #expect(bench.workstation.place == .candidates)
        #expect(bench.workstation.candidates.list.window.cursor == 1)
        bench.press("Ctrl-o")
        #expect(bench.workstation.place == .pipeline)
    }

    @Test func aKeyThatTakesNoCountIsPressedOnTheNewScreen() throws {
        let bench = try bench()
        bench.press("2 Space")
        #expect(bench.workstation.place == .candidates)
        #expect(bench.workstation.candidates.list.selected.count == 1)
        #expect(bench.workstation.board.selectedCount == 0)
        bench.press("3 G g g")
        #expect(bench.workstation.place == .jobs)
        #expect(bench.workstation.jobs.list.window.cursor == 0)
    }

    @Test func aClickDecides() throws {
        let bench = try bench()
        bench.press("2")
        bench.screen.send(.mouse(.init(.press, .left, at: .init(x: 1, y: 8))))
        bench.workbench.step()
        bench.press("j")
        #expect(bench.workstation.place == .candidates)
    }
}
